package io.vespene.worker;

import java.time.Duration;

/**
 * Waits and limits.
 *
 * @param killGrace how long processes may take to end after SIGTERM, before SIGKILL
 * @param sweepPause how long from one sweep for leftovers to the next
 * @param retentionPause how long until the servers are asked again which directories may go
 * @param refusedPause how long until a server that said no is asked again
 * @param abortLimit how long a worker that is told to stop may take to report what it stopped
 * @param spoolLimitBytes when this much of one build's log waits for a server, the script waits too
 * @param mirrorLimitBytes how much of what git fetched is kept for later checkouts; 0 for nothing
 */
public record WorkerTuning(
    Duration killGrace,
    Duration sweepPause,
    Duration retentionPause,
    Duration refusedPause,
    Duration abortLimit,
    long spoolLimitBytes,
    long mirrorLimitBytes) {
  /**
   * 10 s of grace, a sweep a minute, a question for old directories every ten, half a minute after
   * a no, half a minute to abort, 2 GiB of spool, 10 GiB of mirrors.
   */
  public static final WorkerTuning DEFAULT =
      new WorkerTuning(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          2L << 30,
          10L << 30);

  public WorkerTuning {
    InvalidSetting.require(!killGrace.isNegative(), "kill-grace", killGrace, "0 or more");
    InvalidSetting.require(sweepPause.isPositive(), "sweep-pause", sweepPause, "more than 0");
    InvalidSetting.require(
        retentionPause.isPositive(), "retention-pause", retentionPause, "more than 0");
    InvalidSetting.require(refusedPause.isPositive(), "refused-pause", refusedPause, "more than 0");
    InvalidSetting.require(abortLimit.isPositive(), "abort-limit", abortLimit, "more than 0");
    InvalidSetting.require(
        spoolLimitBytes > 0, "spool-limit-bytes", spoolLimitBytes, "more than 0");
    InvalidSetting.require(
        mirrorLimitBytes >= 0, "mirror-limit-bytes", mirrorLimitBytes, "0 or more");
  }
}
