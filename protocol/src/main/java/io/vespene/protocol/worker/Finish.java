package io.vespene.protocol.worker;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The end of a build. Sent when its whole log is stored; repeated until it is answered.
 *
 * @param exitCode of the script; empty when it was not run to its end
 * @param reason what a person reads: "exit code 3", "timed out after 60 min", …
 * @param outputVariables what the script handed on
 * @param triggerOutcomes how the triggers did, in the order in which they were fired
 * @param nextSequence one more than the last log frame's sequence number
 */
public record Finish(
    String processId,
    int epoch,
    Outcome outcome,
    Optional<Integer> exitCode,
    String reason,
    Map<String, String> outputVariables,
    List<TriggerOutcome> triggerOutcomes,
    long nextSequence) {
  public Finish {
    triggerOutcomes = List.copyOf(triggerOutcomes);
    outputVariables = Map.copyOf(outputVariables);
  }
}
