package io.vespene.cli.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * Waits and limits of a worker; seldom changed but by tests.
 *
 * @param spoolLimitBytes when this much output waits for a server, the script waits too
 * @param mirrorLimitBytes how much of what git fetched is kept for later checkouts
 */
public record WorkerWaits(
    Duration killGrace,
    Duration sweepPause,
    Duration retentionPause,
    Duration refusedPause,
    Duration abortLimit,
    long spoolLimitBytes,
    long mirrorLimitBytes) {
  static final Setting<Long> SPOOL_LIMIT =
      new Setting<>(
          "worker.spool-limit",
          ValueTypes.bytes(1L << 20, 1L << 50),
          Optional.of("2GiB"),
          "When this much output of a build waits for a server, its script waits too.");

  static final Setting<Long> MIRROR_LIMIT =
      new Setting<>(
          "worker.mirror-limit",
          ValueTypes.bytes(0, 1L << 50),
          Optional.of("10GiB"),
          "How much of what git fetched a worker keeps for later checkouts; 0 keeps nothing.");

  static final Setting<Duration> KILL_GRACE =
      new Setting<>(
          "worker.kill-grace",
          ValueTypes.duration(Duration.ZERO, Duration.ofHours(1)),
          Optional.of("10s"),
          "How long a stopped build's processes have to end by themselves.");

  static final Setting<Duration> SWEEP_PAUSE =
      new Setting<>(
          "worker.sweep-pause",
          ValueTypes.duration(Duration.ofMillis(100), Duration.ofDays(1)),
          Optional.of("1m"),
          "How often a worker looks for what crashed ones left.");

  static final Setting<Duration> RETENTION_PAUSE =
      new Setting<>(
          "worker.retention-pause",
          ValueTypes.duration(Duration.ofMillis(100), Duration.ofDays(1)),
          Optional.of("10m"),
          "How often a worker asks which directories of old builds it may remove.");

  static final Setting<Duration> REFUSED_PAUSE =
      new Setting<>(
          "worker.refused-pause",
          ValueTypes.duration(Duration.ofMillis(100), Duration.ofHours(1)),
          Optional.of("30s"),
          "How long a worker waits after a server refused its token.");

  static final Setting<Duration> ABORT_LIMIT =
      new Setting<>(
          "worker.abort-limit",
          ValueTypes.duration(Duration.ofSeconds(1), Duration.ofHours(1)),
          Optional.of("30s"),
          "How long a worker told to stop at once may take to report what it stopped.");

  /** Takes them from all settings. */
  public static WorkerWaits of(EffectiveSettings settings) {
    return new WorkerWaits(
        settings.require(KILL_GRACE),
        settings.require(SWEEP_PAUSE),
        settings.require(RETENTION_PAUSE),
        settings.require(REFUSED_PAUSE),
        settings.require(ABORT_LIMIT),
        settings.require(SPOOL_LIMIT),
        settings.require(MIRROR_LIMIT));
  }
}
