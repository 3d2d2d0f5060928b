package io.vespene.worker.server;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before trying again: at once at each other server, then longer and longer.
 *
 * <p>Each wait is drawn at random from its upper half, so that workers which lost a server at the
 * same moment do not come back at the same moment. Not safe for use by several threads.
 */
public final class Backoff {
  /** No wait is longer. */
  public static final Duration LONGEST = Duration.ofSeconds(10);

  private static final long FIRST_MILLIS = 200;
  private static final int MOST_DOUBLINGS = 10;

  private final int servers;
  private int failures;

  /**
   * @param servers how many servers there are
   */
  public Backoff(int servers) {
    this.servers = servers;
  }

  /** Call after each failure. */
  public Duration next() {
    failures++;
    if (failures < servers) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures - servers, MOST_DOUBLINGS);
    long longest = Math.min(FIRST_MILLIS << doublings, LONGEST.toMillis());
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
  }

  /** Call after each success. */
  public void reset() {
    failures = 0;
  }

  /** How often in a row it went wrong. */
  public int failures() {
    return failures;
  }
}
