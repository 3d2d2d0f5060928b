package io.vespene.jinja.python;

import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;

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
    long places = max < 0 ? Long.MAX_VALUE : max;
    MeteredText replaced = new MeteredText(meter);
    if (old.isEmpty()) {
      between(text, replacement, places, replaced);
    } else {
      replace(text, old, replacement, places, replaced);
    }
    return replaced.text();
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

  private static void replace(
      String text, String old, String replacement, long places, MeteredText replaced) {
    int start = 0;
    int found = text.indexOf(old);
    for (long i = 0; i < places && found >= 0; i++) {
      replaced.append(text, start, found).append(replacement);
      start = found + old.length();
      found = text.indexOf(old, start);
    }
    replaced.append(text, start, text.length());
  }

  /** The empty text occurs before every character and at the end. */
  private static void between(String text, String replacement, long places, MeteredText replaced) {
    int at = 0;
    for (long i = 0; i < places && at < text.length(); i++) {
      int point = text.codePointAt(at);
      replaced.append(replacement).appendCodePoint(point);
      at += Character.charCount(point);
    }
    boolean atEnd = at == text.length() && CodePoints.count(text) < places;
    replaced.append(text, at, text.length()).append(atEnd ? replacement : "");
  }
}
