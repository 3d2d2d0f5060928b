package io.vespene.protocol.worker;

/**
 * Why a build has failed before it began. Nothing of it is run but its failure triggers.
 *
 * @param reason one line: "template error on line 4: 'host' is undefined"
 * @param details several lines for the log
 */
public record KnownFailure(String reason, String details) {}
