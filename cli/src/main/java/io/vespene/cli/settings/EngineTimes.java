package io.vespene.cli.settings;

import java.time.Duration;
import java.util.Optional;

/** The times the engine goes by; seldom changed but by tests. */
public record EngineTimes(
    Duration handOver,
    Duration pollHold,
    Duration unreachableAfter,
    Duration reapEvery,
    Duration autoAbortEvery,
    Duration retentionEvery,
    Duration checkoutTimeout) {
  static final Setting<Duration> HAND_OVER =
      new Setting<>(
          "engine.hand-over",
          ValueTypes.duration(Duration.ofMillis(100), Duration.ofHours(1)),
          Optional.of("15s"),
          "How long a worker has to acknowledge a build before another may have it.");

  static final Setting<Duration> POLL_HOLD =
      new Setting<>(
          "engine.poll-hold",
          ValueTypes.duration(Duration.ofMillis(100), Duration.ofMinutes(1)),
          Optional.of("10s"),
          "How long a server holds a worker's question while there is nothing to tell.");

  static final Setting<Duration> UNREACHABLE_AFTER =
      new Setting<>(
          "engine.unreachable-after",
          ValueTypes.duration(Duration.ofMillis(100), Duration.ofDays(1)),
          Optional.of("30s"),
          "How long a worker is silent before it is shown as unreachable.");

  static final Setting<Duration> REAP_EVERY =
      new Setting<>(
          "engine.reap-every",
          ValueTypes.duration(Duration.ofMillis(100), Duration.ofHours(1)),
          Optional.of("2s"),
          "How often builds of lost workers are looked for.");

  static final Setting<Duration> AUTO_ABORT_EVERY =
      new Setting<>(
          "engine.auto-abort-every",
          ValueTypes.duration(Duration.ofMillis(100), Duration.ofHours(1)),
          Optional.of("10s"),
          "How often builds that have waited too long for a worker are looked for.");

  static final Setting<Duration> RETENTION_EVERY =
      new Setting<>(
          "engine.retention-every",
          ValueTypes.duration(Duration.ofMillis(100), Duration.ofDays(1)),
          Optional.of("10m"),
          "How often builds that are older than their pools keep them are looked for.");

  static final Setting<Duration> CHECKOUT_TIMEOUT =
      new Setting<>(
          "engine.checkout-timeout",
          ValueTypes.duration(Duration.ofSeconds(1), Duration.ofDays(1)),
          Optional.of("10m"),
          "How long a build's checkout may take.");

  /** Takes them from all settings. */
  public static EngineTimes of(EffectiveSettings settings) {
    return new EngineTimes(
        settings.require(HAND_OVER),
        settings.require(POLL_HOLD),
        settings.require(UNREACHABLE_AFTER),
        settings.require(REAP_EVERY),
        settings.require(AUTO_ABORT_EVERY),
        settings.require(RETENTION_EVERY),
        settings.require(CHECKOUT_TIMEOUT));
  }
}
