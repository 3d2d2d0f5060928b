package io.vespene.jinja.filter;

import io.vespene.jinja.value.Meter;
import java.util.ArrayList;
import java.util.List;

/** Cuts a line into the pieces between which it may be broken: words, blanks and dashes. */
final class WordChunks {

  private static final String BLANKS = "\t\n\u000b\f\r ";
  private static final String BEFORE_DASH = "!\"'&.,?";

  private final String line;
  private final boolean breakOnHyphens;

  private WordChunks(String line, boolean breakOnHyphens) {
    this.line = line;
    this.breakOnHyphens = breakOnHyphens;
  }

  static List<String> of(String line, boolean breakOnHyphens, Meter meter) {
    return new WordChunks(line, breakOnHyphens).cut(meter);
  }

  private List<String> cut(Meter meter) {
    List<String> chunks = new ArrayList<>();
    int start = 0;
    while (start < line.length()) {
      meter.elements(1);
      int end = chunkEnd(start);
      chunks.add(line.substring(start, end));
      start = end;
    }
    return chunks;
  }

  private int chunkEnd(int start) {
    if (isBlank(start)) {
      int end = start;
      while (isBlank(end)) {
        end++;
      }
      return end;
    }
    int dash = breakOnHyphens ? dashEnd(start) : start;
    return dash > start ? dash : wordEnd(start);
  }

  private int wordEnd(int start) {
    int end = start + 1;
    while (end < line.length() && !isBlank(end)) {
      if (breakOnHyphens && dashEnd(end) > end) {
        return end;
      }
      if (breakOnHyphens && isHyphenBetweenWords(end, start)) {
        return end + 1;
      }
      end++;
    }
    return end;
  }

  /** The end of a run of two or more hyphens between words, else the start. */
  private int dashEnd(int start) {
    boolean afterWord =
        start > 0 && (isWordPart(start - 1) || BEFORE_DASH.indexOf(line.charAt(start - 1)) >= 0);
    if (!afterWord) {
      // Looking for the end of the hyphens at each of them would take the square of their number.
      return start;
    }
    int end = start;
    while (end < line.length() && line.charAt(end) == '-') {
      end++;
    }
    return end - start >= 2 && isWordPart(end) ? end : start;
  }

  /** A hyphen after two letters, or a letter, a hyphen and a letter, and before two letters. */
  private boolean isHyphenBetweenWords(int at, int chunkStart) {
    if (line.charAt(at) != '-' || at == chunkStart) {
      return false;
    }
    boolean after =
        isLetter(at - 1) && (isLetter(at - 2) || (charIs(at - 2, '-') && isLetter(at - 3)));
    boolean before =
        isLetter(at + 1) && (isLetter(at + 2) || (charIs(at + 2, '-') && isLetter(at + 3)));
    return after && before;
  }

  private boolean charIs(int at, char character) {
    return at >= 0 && at < line.length() && line.charAt(at) == character;
  }

  private boolean isBlank(int at) {
    return at < line.length() && BLANKS.indexOf(line.charAt(at)) >= 0;
  }

  private boolean isWordPart(int at) {
    return at < line.length()
        && (Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '_');
  }

  private boolean isLetter(int at) {
    return at >= 0
        && at < line.length()
        && (Character.isLetter(line.charAt(at)) || line.charAt(at) == '_');
  }
}
