package io.vespene.jinja.format;

import java.util.Locale;

/** A text with escapes for everything that is not ASCII. */
final class AsciiText {

  private AsciiText() {}

  static String of(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(ascii, point));
    return ascii.toString();
  }

  private static void append(StringBuilder ascii, int point) {
    if (point < 0x80) {
      ascii.appendCodePoint(point);
    } else {
      String form = point <= 0xff ? "\\x%02x" : point <= 0xffff ? "\\u%04x" : "\\U%08x";
      ascii.append(String.format(Locale.ROOT, form, point));
    }
  }
}
