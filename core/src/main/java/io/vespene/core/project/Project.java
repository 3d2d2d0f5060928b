package io.vespene.core.project;

import java.time.Instant;

/**
 * A script, optionally with a repository, that can be built.
 *
 * @param settings what a person said about it
 * @param version counts edits; an edit names the version it began from
 */
public record Project(
    long id,
    ProjectDraft settings,
    long workerPoolId,
    String createdBy,
    Instant createdAt,
    int version) {
  public String name() {
    return settings.name();
  }
}
