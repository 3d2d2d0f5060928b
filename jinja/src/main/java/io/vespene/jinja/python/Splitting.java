package io.vespene.jinja.python;

import io.vespene.jinja.value.RenderException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Cutting a text into parts. */
public final class Splitting {

  private Splitting() {}

  /** The words between white space, at most {@code max} cuts from the left; negative for all. */
  public static List<String> words(String text, int max) {
    List<String> words = new ArrayList<>();
    String rest = Whitespace.stripLeft(text);
    while (!rest.isEmpty() && words.size() != max) {
      int end = 0;
      while (end < rest.length() && !Whitespace.isSpace(rest.charAt(end))) {
        end++;
      }
      words.add(rest.substring(0, end));
      rest = Whitespace.stripLeft(rest.substring(end));
    }
    if (!rest.isEmpty()) {
      words.add(rest);
    }
    return words;
  }

  /** The same with the cuts made from the right. */
  public static List<String> wordsFromRight(String text, int max) {
    List<String> words = new ArrayList<>();
    String rest = Whitespace.stripRight(text);
    while (!rest.isEmpty() && words.size() != max) {
      int start = rest.length();
      while (start > 0 && !Whitespace.isSpace(rest.charAt(start - 1))) {
        start--;
      }
      words.add(rest.substring(start));
      rest = Whitespace.stripRight(rest.substring(0, start));
    }
    if (!rest.isEmpty()) {
      words.add(rest);
    }
    Collections.reverse(words);
    return words;
  }

  /**
   * The parts between separators that are not empty, at most {@code max} cuts from the left;
   * negative for all.
   */
  public static List<String> at(String text, String separator, int max) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int found = text.indexOf(separator);
    while (found >= 0 && parts.size() != max) {
      parts.add(text.substring(start, found));
      start = found + separator.length();
      found = text.indexOf(separator, start);
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** The same with the cuts made from the right. */
  public static List<String> atFromRight(String text, String separator, int max) {
    List<String> parts = new ArrayList<>();
    int end = text.length();
    int found = text.lastIndexOf(separator);
    while (found >= 0 && parts.size() != max) {
      parts.add(text.substring(found + separator.length(), end));
      end = found;
      found = end < separator.length() ? -1 : text.lastIndexOf(separator, end - separator.length());
    }
    parts.add(text.substring(0, end));
    Collections.reverse(parts);
    return parts;
  }

  /** The lines, with their ends if those are to be kept. */
  public static List<String> lines(String text, boolean keepEnds) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      if (Whitespace.isLineEnd(text.charAt(at))) {
        int end = text.startsWith("\r\n", at) ? at + 2 : at + 1;
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
