package io.vespene.plugin;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far a build has come.
 *
 * @param status {@code RUNNING}, or as it ends: {@code SUCCESS}, {@code FAILURE}, {@code ABORTED}
 * @param reason how it ended, as a person reads it; empty before
 * @param exitCode of the script; empty when it was not run to its end
 * @param source what was checked out; {@link SourceRevision#NONE} when nothing was, or not yet
 * @param endedAt empty before the end
 * @param outputVariables what the script handed on
 */
public record BuildState(
    String status,
    String reason,
    Optional<Integer> exitCode,
    SourceRevision source,
    Instant startedAt,
    Optional<Instant> endedAt,
    Map<String, String> outputVariables) {
  public BuildState {
    outputVariables = Map.copyOf(outputVariables);
  }
}
