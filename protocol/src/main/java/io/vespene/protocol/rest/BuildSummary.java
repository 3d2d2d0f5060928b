package io.vespene.protocol.rest;

import java.time.Instant;
import java.util.Optional;

/** A build in a project's row. */
public record BuildSummary(
    long id,
    String status,
    Instant queuedAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {}
