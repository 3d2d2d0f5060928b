package io.vespene.jinja;

import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeterLimits;
import java.time.Duration;

/**
 * What one rendering may use before it fails.
 *
 * @param steps units of work: about one per statement, operator and element
 * @param outputCharacters length of the result in UTF-16 units
 * @param nesting depth of macro calls and recursive loops, at most 200
 * @param wallTime time from start to end
 * @param memoryBytes sum of all intermediate values, as an estimate
 */
public record Budget(
    long steps, long outputCharacters, int nesting, Duration wallTime, long memoryBytes) {

  private static final int MAX_NESTING = 200;

  /** 5 million steps, 1 Mi characters, 100 levels, 2 seconds, 32 MiB. */
  public static final Budget DEFAULT =
      new Budget(5_000_000, 1 << 20, 100, Duration.ofSeconds(2), 32 << 20);

  public Budget {
    if (steps < 1 || outputCharacters < 0 || wallTime.isNegative() || memoryBytes < 0) {
      throw new IllegalArgumentException("a budget cannot be negative");
    }
    if (nesting < 1 || nesting > MAX_NESTING) {
      throw new IllegalArgumentException("nesting must be 1 to " + MAX_NESTING);
    }
  }

  Meter meter() {
    return new Meter(new MeterLimits(steps, outputCharacters, nesting, wallTime, memoryBytes));
  }
}
