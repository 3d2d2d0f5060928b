package io.vespene.jinja.python;

import io.vespene.jinja.value.MeteredText;

/** A text as Python's {@code repr} shows it: quoted, with escapes for what cannot be printed. */
public final class QuotedText {

  private QuotedText() {}

  public static void append(MeteredText quoted, String text) {
    boolean doubleQuotes = text.indexOf('\'') >= 0 && text.indexOf('"') < 0;
    char quote = doubleQuotes ? '"' : '\'';
    quoted.append(quote);
    text.codePoints().forEach(point -> append(quoted, point, quote));
    quoted.append(quote);
  }

  private static void append(MeteredText quoted, int point, char quote) {
    switch (point) {
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      case '\\' -> quoted.append("\\\\");
      default -> {
        if (point == quote) {
          quoted.append('\\').append(quote);
        } else if (isPrintable(point)) {
          quoted.appendCodePoint(point);
        } else {
          quoted.append(escape(point));
        }
      }
    }
  }

  private static String escape(int point) {
    if (point <= 0xff) {
      return "\\x%02x".formatted(point);
    }
    return (point <= 0xffff ? "\\u%04x" : "\\U%08x").formatted(point);
  }

  public static boolean isPrintable(int point) {
    return point == ' '
        || switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
