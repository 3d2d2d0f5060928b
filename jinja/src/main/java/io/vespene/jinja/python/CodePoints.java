package io.vespene.jinja.python;

/** Texts by code points, which is how Python counts them. */
public final class CodePoints {

  private CodePoints() {}

  public static int count(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The part from one position to another, both within the text. */
  public static String part(String text, int from, int to) {
    if (count(text) == text.length()) {
      return text.substring(from, to);
    }
    int start = text.offsetByCodePoints(0, from);
    return text.substring(start, text.offsetByCodePoints(start, to - from));
  }

  /** Position in code points of an offset in UTF-16 units. */
  public static int position(String text, int offset) {
    return text.codePointCount(0, offset);
  }

  /** Offset in UTF-16 units of a position in code points within the text. */
  public static int offset(String text, int position) {
    return text.offsetByCodePoints(0, position);
  }

  public static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  static int compare(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      char first = left.charAt(i);
      char second = right.charAt(i);
      if (first != second) {
        boolean surrogate = Character.isSurrogate(first) != Character.isSurrogate(second);
        // A surrogate stands for a code point above every single unit.
        return surrogate
            ? Boolean.compare(Character.isSurrogate(first), Character.isSurrogate(second))
            : Character.compare(first, second);
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
