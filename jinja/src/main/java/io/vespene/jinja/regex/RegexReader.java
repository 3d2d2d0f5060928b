package io.vespene.jinja.regex;

import io.vespene.jinja.value.RenderException;

/** Reads the characters of a pattern. */
final class RegexReader {

  static final int END = -1;

  private final String pattern;
  private final int[] points;
  private int position;

  RegexReader(String pattern) {
    this.pattern = pattern;
    this.points = pattern.codePoints().toArray();
  }

  int peek() {
    return position < points.length ? points[position] : END;
  }

  int next() {
    int point = peek();
    if (point == END) {
      throw failure("the pattern ends too early");
    }
    position++;
    return point;
  }

  boolean skip(char expected) {
    boolean found = peek() == expected;
    position += found ? 1 : 0;
    return found;
  }

  boolean skip(String expected) {
    for (int i = 0; i < expected.length(); i++) {
      if (position + i >= points.length || points[position + i] != expected.charAt(i)) {
        return false;
      }
    }
    position += expected.length();
    return true;
  }

  /** The text up to a character, which is skipped. */
  String upTo(char end) {
    StringBuilder text = new StringBuilder();
    while (peek() != end) {
      text.appendCodePoint(next());
    }
    position++;
    return text.toString();
  }

  int mark() {
    return position;
  }

  void reset(int mark) {
    position = mark;
  }

  RenderException failure(String reason) {
    String shown = pattern.length() > 60 ? pattern.substring(0, 60) + "…" : pattern;
    return new RenderException(
        "regular expression '%s', position %d: %s".formatted(shown, position, reason));
  }
}
