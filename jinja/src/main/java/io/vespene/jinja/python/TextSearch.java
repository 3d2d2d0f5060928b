package io.vespene.jinja.python;

import io.vespene.jinja.value.Meter;

/** What looking for one text in another may cost. */
public final class TextSearch {

  private static final int COMPARISONS_PER_STEP = 64;

  private TextSearch() {}

  /** Counts the comparisons of the worst case, in which every place almost matches. */
  public static void charge(String text, String part, Meter meter) {
    long places = Math.max(0, (long) text.length() - part.length() + 1);
    meter.steps(places * Math.max(1, part.length()) / COMPARISONS_PER_STEP);
  }
}
