package io.vespene.protocol.worker;

/**
 * A build in a worker's hands, under the epoch in which the worker was given it.
 *
 * @param build the build's number
 * @param epoch counts how often the build was handed to a worker; 1 or more
 */
public record HeldBuild(long build, int epoch) {}
