package io.vespene.core.build;

import java.net.URI;
import java.time.Duration;

/**
 * The times the engine goes by. Tests shorten them; installations seldom should.
 *
 * @param publicUrl where people find this installation; scripts get it as {@code VESPENE_URL}
 * @param handOver how long a worker has to acknowledge a build
 * @param pollHold how long a poll with nothing to tell is held
 * @param unreachableAfter how long a worker is silent before people are told
 * @param reapEvery how often builds of lost workers are looked for
 * @param autoAbortEvery how often builds that waited too long are looked for
 * @param retentionEvery how often what is too old is looked for
 * @param checkoutTimeout how long a checkout may take
 * @param version of the program; workers of another are pointed out
 */
public record EngineSettings(
    URI publicUrl,
    Duration handOver,
    Duration pollHold,
    Duration unreachableAfter,
    Duration reapEvery,
    Duration autoAbortEvery,
    Duration retentionEvery,
    Duration checkoutTimeout,
    String version) {
  private static final String UNPACKAGED = "development";

  /** All times as they are by default. */
  public static EngineSettings of(URI publicUrl) {
    return new EngineSettings(
        publicUrl,
        Duration.ofSeconds(15),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofMinutes(10),
        Duration.ofMinutes(10),
        UNPACKAGED);
  }
}
