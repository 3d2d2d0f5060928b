package io.vespene.core.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong with input, so that all of it can be told at once. */
public final class FieldErrors {
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._@+-]{0,198}[\\p{L}\\p{N}._@+-])?");
  private static final int MAX_DESCRIPTION = 10_000;

  private final List<FieldError> errors = new ArrayList<>();

  /** Notes the field unless the rule holds. */
  public FieldErrors require(boolean holds, String field, String reason) {
    if (!holds) {
      errors.add(new FieldError(field, reason));
    }
    return this;
  }

  /** Notes the field unless its text is at most so long and PostgreSQL can store it. */
  public FieldErrors requireText(String text, int maxLength, String field) {
    return require(
            text.length() <= maxLength, field, "must be at most " + maxLength + " characters")
        .require(text.indexOf('\0') < 0, field, "must not contain a NUL character");
  }

  /** Notes the name of a thing that others refer to by it, unless it is a plain one. */
  public FieldErrors requireName(String name) {
    return require(
        NAME.matcher(name).matches(),
        "name",
        "must be 1 to 200 letters, digits, spaces and . _ @ + -, beginning with a letter or digit"
            + " and not ending with a space");
  }

  /** Notes the description unless it can be one. */
  public FieldErrors requireDescription(String description) {
    return requireText(description, MAX_DESCRIPTION, "description");
  }

  /** Notes the field unless it is a number from {@code low} to {@code high}. */
  public FieldErrors requireRange(long number, long low, long high, String field) {
    return require(
        number >= low && number <= high, field, "must be between " + low + " and " + high);
  }

  /**
   * Ends the collecting.
   *
   * @throws InvalidInput if anything was noted
   */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }
}
