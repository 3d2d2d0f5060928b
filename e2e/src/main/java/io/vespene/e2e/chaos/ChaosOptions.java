package io.vespene.e2e.chaos;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;

/**
 * How much is broken, and for how long.
 *
 * @param time how long faults happen; builds are started all the while
 * @param workers how many worker processes, each with two slots
 * @param builds how many are asked for
 * @param seed of the schedule: the same seed breaks the same things at the same moments
 */
public record ChaosOptions(Duration time, int workers, int builds, long seed) {
  static final String USAGE =
      """
      usage: chaos [--minutes N] [--workers N] [--builds N] [--seed N]
        --minutes  how long things are broken; may be 1.5 (default 2)
        --workers  worker processes, 1 to 50 (default 4)
        --builds   builds to be started, 1 to 100000 (default 60 for each minute)
        --seed     repeats the schedule of an earlier run (default random)\
      """;

  private static final double DEFAULT_MINUTES = 2;
  private static final int DEFAULT_WORKERS = 4;
  private static final int BUILDS_PER_MINUTE = 60;

  public ChaosOptions {
    require(time.isPositive(), "--minutes must be more than 0");
    require(workers >= 1 && workers <= 50, "--workers must be 1 to 50");
    require(builds >= 1 && builds <= 100_000, "--builds must be 1 to 100000");
  }

  private static void require(boolean valid, String message) {
    if (!valid) {
      throw new IllegalArgumentException(message);
    }
  }

  /**
   * Reads the arguments of a command line.
   *
   * @throws IllegalArgumentException if they can't be understood
   */
  static ChaosOptions parse(String[] arguments) {
    double minutes = DEFAULT_MINUTES;
    int workers = DEFAULT_WORKERS;
    int builds = 0;
    long seed = System.nanoTime();
    Iterator<String> rest = Arrays.asList(arguments).iterator();
    while (rest.hasNext()) {
      String name = rest.next();
      require(rest.hasNext(), name + " needs a value");
      String value = rest.next();
      switch (name) {
        case "--minutes" -> minutes = Double.parseDouble(value);
        case "--workers" -> workers = Integer.parseInt(value);
        case "--builds" -> builds = Integer.parseInt(value);
        case "--seed" -> seed = Long.parseLong(value);
        default -> throw new IllegalArgumentException("unknown option " + name);
      }
    }
    return of(minutes, workers, builds, seed);
  }

  private static ChaosOptions of(double minutes, int workers, int builds, long seed) {
    int wanted = builds == 0 ? (int) Math.ceil(minutes * BUILDS_PER_MINUTE) : builds;
    return new ChaosOptions(Duration.ofMillis((long) (minutes * 60_000)), workers, wanted, seed);
  }
}
