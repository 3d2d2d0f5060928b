package io.vespene.core.build;

/**
 * How much of a build's output is stored.
 *
 * @param nextSequence the first log frame that is missing
 */
public record LogSize(long nextSequence, long lines, long bytes) {}
