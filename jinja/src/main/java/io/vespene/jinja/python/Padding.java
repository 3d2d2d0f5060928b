package io.vespene.jinja.python;

import io.vespene.jinja.value.Meter;

/** Filling texts up to a width. */
public final class Padding {

  private Padding() {}

  /** Fill on both sides; the odd one goes where Python puts it. */
  public static String center(String text, int width, String fill, Meter meter) {
    int missing = missing(text, width, meter);
    int left = missing / 2 + (missing & width & 1);
    return fill.repeat(left) + text + fill.repeat(missing - left);
  }

  public static String left(String text, int width, String fill, Meter meter) {
    return text + fill.repeat(missing(text, width, meter));
  }

  public static String right(String text, int width, String fill, Meter meter) {
    return fill.repeat(missing(text, width, meter)) + text;
  }

  private static int missing(String text, int width, Meter meter) {
    meter.characters(Math.max(width, text.length()));
    return Math.max(0, width - CodePoints.count(text));
  }
}
