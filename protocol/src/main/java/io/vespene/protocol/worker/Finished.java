package io.vespene.protocol.worker;

/**
 * The build has ended.
 *
 * @param status the status it ended with: the worker's outcome, or {@code ABORTED} when a stop had
 *     been asked for before
 */
public record Finished(String status) {}
