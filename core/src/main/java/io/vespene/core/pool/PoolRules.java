package io.vespene.core.pool;

/**
 * What a worker pool may be.
 *
 * @param allowUnisolated whether scripts may run as the worker's own user
 */
public record PoolRules(boolean allowUnisolated) {}
