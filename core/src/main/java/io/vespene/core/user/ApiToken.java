package io.vespene.core.user;

import java.time.Instant;
import java.util.Optional;

/**
 * A token's visible side.
 *
 * @param lastUsedAt correct to the minute
 */
public record ApiToken(
    long id,
    String name,
    TokenScope scope,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt) {}
