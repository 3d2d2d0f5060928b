package io.vespene.cli.terminal;

/** Makes text that somebody else wrote harmless to a terminal. */
public final class SafeText {
  private SafeText() {}

  /**
   * The text on one line. Control characters, which a terminal would obey, and characters that
   * change the direction of writing become {@code �}; line breaks and tabs become spaces.
   */
  public static String oneLine(String text) {
    return text.codePoints()
        .map(character -> isBlank(character) ? ' ' : visible(character))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The text with its line breaks and tabs; everything else as in {@link #oneLine}. */
  public static String manyLines(String text) {
    return text.codePoints()
        .map(character -> character == '\n' || character == '\t' ? character : visible(character))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isBlank(int character) {
    return character == '\n' || character == '\r' || character == '\t';
  }

  private static int visible(int character) {
    boolean harmful =
        switch (Character.getType(character)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> false;
        };
    return harmful ? '\uFFFD' : character;
  }
}
