package io.vespene.core.pipeline;

/**
 * A stage of a run that builds can belong to.
 *
 * @param position of the stage in the run
 */
public record RunPlace(long run, int position) {}
