package io.vespene.protocol.worker;

/**
 * A request to end a running build.
 *
 * @param reason what a person reads on the ended build, such as "stopped by alice"
 */
public record StopOrder(long build, int epoch, String reason) {}
