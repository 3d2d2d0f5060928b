package io.vespene.jinja;

import io.vespene.jinja.regex.Regex;
import io.vespene.jinja.regex.RegexFlags;
import io.vespene.jinja.value.RenderException;
import java.time.Duration;
import java.util.Optional;

/**
 * A regular expression, in the notation of the filters {@code regex_search} and {@code
 * regex_replace}, that a whole text must match. No pattern takes more than a time in proportion to
 * its own length times that of the text.
 */
public record TextPattern(String pattern) {

  private static final RegexFlags NO_FLAGS = new RegexFlags(false, false, false);

  /** Enough for the largest pattern on a text of tens of thousands of characters. */
  private static final Budget BUDGET =
      new Budget(100_000_000, 0, 1, Duration.ofSeconds(2), 64 << 20);

  /** What is wrong with the pattern; nothing if it is one. */
  public Optional<String> problem() {
    try {
      compile(pattern);
      return Optional.empty();
    } catch (RenderException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /**
   * Whether all of the text matches; no text matches what is no pattern, and none that is too long
   * to be looked at.
   */
  public boolean matches(String text) {
    try {
      // Compiled alone first: "a)(b" would become a pattern between the brackets.
      compile(pattern);
      return compile("\\A(?:" + pattern + ")\\Z").find(text).isPresent();
    } catch (RenderException _) {
      return false;
    }
  }

  private static Regex compile(String text) {
    return Regex.compile(text, NO_FLAGS, BUDGET.meter());
  }
}
