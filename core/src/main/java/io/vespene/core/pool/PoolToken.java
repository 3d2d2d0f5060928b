package io.vespene.core.pool;

import java.time.Instant;
import java.util.Optional;

/**
 * A pool token's visible side.
 *
 * @param workers how many workers enrolled with it
 */
public record PoolToken(
    long id,
    String createdBy,
    Instant createdAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt,
    int workers) {}
