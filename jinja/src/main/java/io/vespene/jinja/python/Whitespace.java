package io.vespene.jinja.python;

/** What Python takes for white space and for line ends. */
public final class Whitespace {

  private Whitespace() {}

  public static boolean isSpace(int codePoint) {
    return (codePoint >= 0x09 && codePoint <= 0x0d)
        || (codePoint >= 0x1c && codePoint <= 0x20)
        || codePoint == 0x85
        || Character.isSpaceChar(codePoint);
  }

  /** The characters that {@code splitlines} splits at. */
  public static boolean isLineEnd(char character) {
    return switch (character) {
      case '\n', '\r', '\u000b', '\f', '\u001c', '\u001d', '\u001e', '\u0085', '\u2028', '\u2029' ->
          true;
      default -> false;
    };
  }

  public static String stripLeft(String text) {
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  public static String stripRight(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  public static String strip(String text) {
    return stripLeft(stripRight(text));
  }
}
