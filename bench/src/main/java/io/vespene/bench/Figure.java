package io.vespene.bench;

import java.util.Locale;

/**
 * Something measured.
 *
 * @param floor what the same machine does without us, in the same unit, measured in the same run
 */
record Figure(String name, double value, String unit, double floor, Goal goal) {
  boolean reached() {
    return goal.metBy(value);
  }

  /** Returns "name value unit floor ratio goal pass|fail" in columns. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%-26s %10.1f %-9s %10.1f %7.2f %9s %s",
        name,
        value,
        unit,
        floor,
        value / floor,
        goal,
        reached() ? "pass" : "fail");
  }
}
