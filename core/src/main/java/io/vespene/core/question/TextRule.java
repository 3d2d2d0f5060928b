package io.vespene.core.question;

import io.vespene.jinja.TextPattern;
import java.util.Optional;

/**
 * A text.
 *
 * @param min characters
 * @param max characters
 * @param pattern what all of it must match
 */
public record TextRule(int min, int max, Optional<TextPattern> pattern) implements AnswerRule {
  /** No answer is longer. */
  public static final int LONGEST = 10_000;

  @Override
  public Reading read(Object given) {
    if (!(given instanceof String text)) {
      return new Reading.Refused("must be a text");
    }
    int length = text.codePointCount(0, text.length());
    if (text.indexOf('\0') >= 0) {
      return new Reading.Refused("must not contain a NUL character");
    }
    if (length < min || length > max) {
      return new Reading.Refused(
          min == 0
              ? "must be at most " + max + " characters"
              : "must be " + min + " to " + max + " characters");
    }
    boolean matches = pattern.map(expected -> expected.matches(text)).orElse(true);
    return Reading.takeIf(
        matches, text, "must match " + pattern.map(TextPattern::pattern).orElse(""));
  }

  @Override
  public Optional<Object> unanswered() {
    return Optional.of("");
  }
}
