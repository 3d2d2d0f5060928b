package io.vespene.core.pipeline;

import java.util.Optional;

/**
 * A pipeline, and how its runs go.
 *
 * @param projects how many are in it, those that don't take part among them
 * @param newest its newest run
 * @param completed the newest run that succeeded
 */
public record PipelineOverview(
    Pipeline pipeline,
    int projects,
    Optional<PipelineRun> newest,
    Optional<PipelineRun> completed) {}
