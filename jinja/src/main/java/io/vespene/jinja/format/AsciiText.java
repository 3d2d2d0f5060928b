package io.vespene.jinja.format;

import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import java.util.Locale;

/** A text with escapes for everything that is not ASCII. */
final class AsciiText {

  private AsciiText() {}

  static String of(String text, Meter meter) {
    MeteredText ascii = new MeteredText(meter);
    text.codePoints().forEach(point -> append(ascii, point));
    return ascii.text();
  }

  private static void append(MeteredText ascii, int point) {
    if (point < 0x80) {
      ascii.appendCodePoint(point);
    } else {
      String form = point <= 0xff ? "\\x%02x" : point <= 0xffff ? "\\u%04x" : "\\U%08x";
      ascii.append(String.format(Locale.ROOT, form, point));
    }
  }
}
