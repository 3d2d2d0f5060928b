package io.vespene.worker.output;

import io.vespene.protocol.worker.TriggerOutcome;
import java.util.List;

/**
 * What a server is told when a build is over.
 *
 * @param triggerOutcomes in the order in which the triggers were fired
 */
public record BuildReport(BuildEnd end, List<TriggerOutcome> triggerOutcomes) {
  public BuildReport {
    triggerOutcomes = List.copyOf(triggerOutcomes);
  }
}
