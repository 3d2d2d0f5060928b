package io.vespene.core.stage;

import java.time.Instant;

/**
 * A named step of pipelines.
 *
 * @param settings what a person said about it
 * @param version counts edits; an edit names the version it began from
 */
public record Stage(
    long id, StageDraft settings, String createdBy, Instant createdAt, int version) {
  public String name() {
    return settings.name();
  }
}
