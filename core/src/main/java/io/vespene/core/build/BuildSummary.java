package io.vespene.core.build;

import java.time.Instant;
import java.util.Optional;

/** As much of a build as a row of projects shows. */
public record BuildSummary(
    long id,
    BuildStatus status,
    String requestedBy,
    Optional<String> reason,
    Instant queuedAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {}
