package io.vespene.protocol.worker;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The end of a build. Sent when its log is stored, all but the last of it; repeated until it is
 * answered.
 *
 * @param exitCode of the script; empty when it was not run to its end
 * @param reason what a person reads: "exit code 3", "timed out after 60 min", …
 * @param outputVariables what the script handed on
 * @param triggerOutcomes how the triggers did, in the order in which they were fired
 * @param nextSequence one more than the last log frame's sequence number
 * @param lastFrames the end of the log, if it is short and was not sent yet: frames as {@link
 *     io.vespene.protocol.log.LogFrames} writes them, in Base64
 */
public record Finish(
    String processId,
    int epoch,
    Outcome outcome,
    Optional<Integer> exitCode,
    String reason,
    Map<String, String> outputVariables,
    List<TriggerOutcome> triggerOutcomes,
    long nextSequence,
    Optional<String> lastFrames) {
  /** More of a log than this, in bytes before Base64, is sent by itself. */
  public static final int MAX_LAST_FRAMES_BYTES = 64 * 1024;

  public Finish {
    triggerOutcomes = List.copyOf(triggerOutcomes);
    outputVariables = Map.copyOf(outputVariables);
  }
}
