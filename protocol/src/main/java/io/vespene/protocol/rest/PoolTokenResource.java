package io.vespene.protocol.rest;

import java.time.Instant;
import java.util.Optional;

/**
 * A token with which workers enrol for a pool.
 *
 * @param workerPool the pool's name
 * @param token the secret itself; present only in the answer that made it
 */
public record PoolTokenResource(
    long id,
    String workerPool,
    Optional<String> token,
    String createdBy,
    Instant createdAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt) {
  @Override
  public String toString() {
    return "PoolTokenResource[id=" + id + ", workerPool=" + workerPool + ", token=***]";
  }
}
