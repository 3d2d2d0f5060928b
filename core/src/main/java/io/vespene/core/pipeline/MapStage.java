package io.vespene.core.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A column of the map of a pipeline.
 *
 * @param startedAt when the run reached the stage; empty if it has not, or passed it over
 */
public record MapStage(String name, Optional<Instant> startedAt, List<Card> cards) {
  public MapStage {
    cards = List.copyOf(cards);
  }

  /**
   * A project of the stage.
   *
   * @param takesPart whether it takes part in runs now
   * @param due whether a build of it is just to be queued
   * @param build its newest build in this stage of the run
   */
  public record Card(
      long project, String name, boolean takesPart, boolean due, Optional<CardBuild> build) {}

  /**
   * A build on a card.
   *
   * @param status as the build's own
   */
  public record CardBuild(
      long id, String status, Optional<Instant> startedAt, Optional<Instant> endedAt) {}
}
