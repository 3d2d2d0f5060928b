package io.vespene.protocol.rest;

/**
 * How long a worker pool keeps what its builds leave.
 *
 * @param buildsDays after how many days an ended build is removed, with its log
 * @param buildRootsDays after how many days its directory on the worker is removed
 */
public record RetentionResource(int buildsDays, int buildRootsDays) {}
