package io.vespene.cli.terminal;

import java.time.Duration;

/** Spans of time as people say them. */
public final class Elapsed {
  private Elapsed() {}

  /**
   * Two units at most, such as {@code 0 s}, {@code 4 min 2 s}, {@code 3 h 20 min}, {@code 12 d}.
   */
  public static String text(Duration span) {
    Duration positive = span.isNegative() ? Duration.ZERO : span;
    if (positive.toDays() > 0) {
      return pair(positive.toDays(), "d", positive.toHoursPart(), "h");
    }
    if (positive.toHours() > 0) {
      return pair(positive.toHours(), "h", positive.toMinutesPart(), "min");
    }
    if (positive.toMinutes() > 0) {
      return pair(positive.toMinutes(), "min", positive.toSecondsPart(), "s");
    }
    return positive.toSeconds() + " s";
  }

  private static String pair(long large, String largeUnit, int small, String smallUnit) {
    return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }
}
