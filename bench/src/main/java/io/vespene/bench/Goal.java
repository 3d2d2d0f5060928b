package io.vespene.bench;

import java.util.Locale;

/** What a figure should be. */
sealed interface Goal {
  boolean metBy(double value);

  /** The smaller the better. */
  record AtMost(double limit) implements Goal {
    @Override
    public boolean metBy(double value) {
      return value <= limit;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "<=%.0f", limit);
    }
  }

  /** The greater the better. */
  record AtLeast(double limit) implements Goal {
    @Override
    public boolean metBy(double value) {
      return value >= limit;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, ">=%.0f", limit);
    }
  }
}
