package io.vespene.core.pool;

/**
 * How long a pool keeps what its builds leave. Each project's last build and last success are kept
 * longer.
 *
 * @param buildsDays after how many days an ended build is removed, with its log
 * @param buildRootsDays after how many days its directory on the worker is removed; at most {@code
 *     buildsDays}
 */
public record Retention(int buildsDays, int buildRootsDays) {
  /** A year, and a month. */
  public static final Retention DEFAULT = new Retention(365, 31);
}
