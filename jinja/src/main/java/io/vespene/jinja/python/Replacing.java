package io.vespene.jinja.python;

import io.vespene.jinja.value.Meter;

/** Putting one text in place of another. */
public final class Replacing {

  private Replacing() {}

  /**
   * Replaces occurrences from the left.
   *
   * @param max how many at most; negative for all
   */
  public static String replace(String text, String old, String replacement, int max, Meter meter) {
    TextSearch.charge(text, old, meter);
    long places = Math.min(occurrences(text, old), max < 0 ? Long.MAX_VALUE : max);
    meter.characters(text.length() + places * Math.max(0, replacement.length() - old.length()));
    return old.isEmpty()
        ? between(text, replacement, places)
        : replaced(text, old, replacement, places);
  }

  /** How often a text occurs in another without overlap. */
  public static long occurrences(String text, String part) {
    if (part.isEmpty()) {
      return CodePoints.count(text) + 1L;
    }
    long count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  private static String replaced(String text, String old, String replacement, long places) {
    StringBuilder replaced = new StringBuilder(text.length());
    int start = 0;
    for (long i = 0; i < places; i++) {
      int found = text.indexOf(old, start);
      replaced.append(text, start, found).append(replacement);
      start = found + old.length();
    }
    return replaced.append(text, start, text.length()).toString();
  }

  /** The empty text occurs before every character and at the end. */
  private static String between(String text, String replacement, long places) {
    StringBuilder replaced = new StringBuilder();
    int at = 0;
    for (long i = 0; i < places; i++) {
      replaced.append(replacement);
      if (at < text.length()) {
        int point = text.codePointAt(at);
        replaced.appendCodePoint(point);
        at += Character.charCount(point);
      }
    }
    return replaced.append(text.substring(at)).toString();
  }
}
