package io.vespene.jinja.regex;

/**
 * How a pattern is read.
 *
 * @param ignoreCase whether upper and lower case are the same
 * @param multiline whether {@code ^} and {@code $} stand for every line's start and end
 * @param dotAll whether {@code .} stands for line ends too
 */
public record RegexFlags(boolean ignoreCase, boolean multiline, boolean dotAll) {

  RegexFlags with(char letter) {
    return switch (letter) {
      case 'i' -> new RegexFlags(true, multiline, dotAll);
      case 'm' -> new RegexFlags(ignoreCase, true, dotAll);
      case 's' -> new RegexFlags(ignoreCase, multiline, true);
      default -> throw new IllegalArgumentException("no flag " + letter);
    };
  }
}
