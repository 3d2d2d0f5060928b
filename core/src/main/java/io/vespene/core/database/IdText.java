package io.vespene.core.database;

import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of rows as people type them. */
public final class IdText {
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

  private IdText() {}

  /** The number, if the text is one that a row can have. */
  public static Optional<Long> parse(String text) {
    return ID.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
