package io.vespene.core.pipeline;

import java.time.Instant;
import java.util.Optional;

/**
 * One passage through a pipeline.
 *
 * @param pipeline the pipeline's number
 * @param stage the name of the stage it has reached
 * @param startedBy a person's name, or what built the first project
 * @param reason why it ended, as a person reads it
 * @param endedBy the build that completed or stopped it
 */
public record PipelineRun(
    long id,
    long pipeline,
    String pipelineName,
    RunStatus status,
    String stage,
    String startedBy,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<String> reason,
    Optional<EndedBy> endedBy) {
  /** A build, and the project it was of. */
  public record EndedBy(long build, String project) {}
}
