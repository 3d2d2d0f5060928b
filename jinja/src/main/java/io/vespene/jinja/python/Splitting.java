package io.vespene.jinja.python;

import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Cutting a text into parts, each counted before it is made. */
public final class Splitting {

  private Splitting() {}

  /** The words between white space, at most {@code max} cuts from the left; negative for all. */
  public static List<String> words(String text, int max, Meter meter) {
    List<String> words = new ArrayList<>();
    int start = spaceEnd(text, 0);
    while (start < text.length()) {
      int end = words.size() == max ? text.length() : wordEnd(text, start);
      meter.elements(1);
      words.add(text.substring(start, end));
      start = spaceEnd(text, end);
    }
    return words;
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !Whitespace.isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int spaceEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Whitespace.isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The same with the cuts made from the right. */
  public static List<String> wordsFromRight(String text, int max, Meter meter) {
    List<String> words = new ArrayList<>();
    int end = spaceStart(text, text.length());
    while (end > 0) {
      int start = words.size() == max ? 0 : wordStart(text, end);
      meter.elements(1);
      words.add(text.substring(start, end));
      end = spaceStart(text, start);
    }
    Collections.reverse(words);
    return words;
  }

  private static int wordStart(String text, int to) {
    int start = to;
    while (start > 0 && !Whitespace.isSpace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int spaceStart(String text, int to) {
    int start = to;
    while (start > 0 && Whitespace.isSpace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /**
   * The parts between separators that are not empty, at most {@code max} cuts from the left;
   * negative for all.
   */
  public static List<String> at(String text, String separator, int max, Meter meter) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int found = text.indexOf(separator);
    while (found >= 0 && parts.size() != max) {
      meter.elements(1);
      parts.add(text.substring(start, found));
      start = found + separator.length();
      found = text.indexOf(separator, start);
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** The same with the cuts made from the right. */
  public static List<String> atFromRight(String text, String separator, int max, Meter meter) {
    List<String> parts = new ArrayList<>();
    int end = text.length();
    int found = text.lastIndexOf(separator);
    while (found >= 0 && parts.size() != max) {
      meter.elements(1);
      parts.add(text.substring(found + separator.length(), end));
      end = found;
      found = end < separator.length() ? -1 : text.lastIndexOf(separator, end - separator.length());
    }
    parts.add(text.substring(0, end));
    Collections.reverse(parts);
    return parts;
  }

  /** The lines, with their ends if those are to be kept. */
  public static List<String> lines(String text, boolean keepEnds, Meter meter) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      if (Whitespace.isLineEnd(text.charAt(at))) {
        int end = text.startsWith("\r\n", at) ? at + 2 : at + 1;
        meter.elements(1);
        lines.add(text.substring(start, keepEnds ? end : at));
        start = end;
        at = end - 1;
      }
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  public static void requireSeparator(String separator) {
    if (separator.isEmpty()) {
      throw new RenderException("empty separator");
    }
  }
}
