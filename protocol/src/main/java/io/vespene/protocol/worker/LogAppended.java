package io.vespene.protocol.worker;

/**
 * How much of a build's log is stored.
 *
 * @param nextSequence the first sequence number that the server does not have; the worker goes on
 *     from there, whatever it sent
 */
public record LogAppended(long nextSequence) {}
