package io.vespene.bench;

import java.util.Locale;

/**
 * Something measured.
 *
 * @param floor what the same machine does without us, in the same unit, measured in the same run;
 *     or {@link #NO_FLOOR}
 */
record Figure(String name, double value, String unit, double floor, Goal goal) {
  /** For what can't be done without us at all. */
  static final double NO_FLOOR = Double.NaN;

  boolean reached() {
    return goal.metBy(value);
  }

  /** Returns "name value unit floor ratio goal pass|fail" in columns. */
  String line() {
    boolean alone = Double.isNaN(floor);
    return String.format(
        Locale.ROOT,
        "%-26s %10.1f %-9s %10s %7s %9s %s",
        name,
        value,
        unit,
        alone ? "-" : String.format(Locale.ROOT, "%.1f", floor),
        alone ? "-" : String.format(Locale.ROOT, "%.2f", value / floor),
        goal,
        reached() ? "pass" : "fail");
  }
}
