package io.vespene.jinja.regex;

import java.util.Optional;

/** Where a regular expression matched and what its groups took. */
public final class RegexMatch {

  private final int[] text;
  private final Slots slots;

  RegexMatch(int[] text, Slots slots) {
    this.text = text;
    this.slots = slots;
  }

  int start() {
    return slots.at(0);
  }

  int end() {
    return slots.at(1);
  }

  /** What a group took, or the whole match for group 0; empty if it took no part in the match. */
  public Optional<String> group(int number) {
    int start = slots.at(2 * number);
    int end = slots.at(2 * number + 1);
    return start < 0 || end < 0
        ? Optional.empty()
        : Optional.of(new String(text, start, end - start));
  }
}
