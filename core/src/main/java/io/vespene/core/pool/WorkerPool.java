package io.vespene.core.pool;

import java.time.Instant;

/**
 * A named queue with settings.
 *
 * @param settings what a person said about it
 * @param version counts edits; an edit names the version it began from
 */
public record WorkerPool(long id, WorkerPoolDraft settings, Instant createdAt, int version) {
  public String name() {
    return settings.name();
  }
}
