package io.vespene.core.pipeline;

import io.vespene.core.stage.Stages;

/** Pipelines and what they are made of. */
public record PipelineParts(Pipelines pipelines, Stages stages) {}
