package io.vespene.server.view;

import io.vespene.core.build.BuildNeighbours;
import io.vespene.protocol.worker.TriggerOutcome;
import java.util.List;
import java.util.Optional;

/**
 * What happened in a build, and around it.
 *
 * @param phases how long each took
 * @param neighbours the builds before and after it
 * @param triggerOutcomes how its triggers did
 * @param files where its files are to be found
 */
public record BuildStory(
    Phases phases,
    BuildNeighbours neighbours,
    List<TriggerOutcome> triggerOutcomes,
    Optional<String> files) {
  public BuildStory {
    triggerOutcomes = List.copyOf(triggerOutcomes);
  }
}
