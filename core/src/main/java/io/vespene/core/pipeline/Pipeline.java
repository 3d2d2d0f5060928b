package io.vespene.core.pipeline;

import java.time.Instant;

/**
 * An ordered list of stages that projects are assigned to.
 *
 * @param settings what a person said about it
 * @param version counts edits; an edit names the version it began from
 */
public record Pipeline(
    long id, PipelineDraft settings, String createdBy, Instant createdAt, int version) {
  public String name() {
    return settings.name();
  }
}
