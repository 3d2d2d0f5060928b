package io.vespene.core.claim;

/**
 * A worker process's hold on a build. Every call about a running build carries one, and one that is
 * out of date changes nothing.
 *
 * @param processId of the worker process that was given the build
 * @param epoch counts how often the build was handed to a worker; 1 or more
 */
public record Claim(long worker, String processId, long build, int epoch) {}
