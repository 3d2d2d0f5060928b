package io.vespene.core.build;

import java.util.List;
import java.util.Optional;

/**
 * A project as the home page shows it.
 *
 * @param createdBy a person's name
 * @param lastBuild the newest that has ended
 * @param activeBuilds builds that have not ended: those that run, then the oldest that wait; at
 *     most {@link #MAX_ACTIVE}
 */
public record ProjectOverview(
    Named project,
    String description,
    Named pool,
    String scmType,
    String repoUrl,
    String createdBy,
    Optional<BuildSummary> lastBuild,
    Optional<BuildSummary> lastSuccess,
    List<BuildSummary> activeBuilds) {
  /** More active builds than this are not listed. */
  public static final int MAX_ACTIVE = 5;

  public ProjectOverview {
    activeBuilds = List.copyOf(activeBuilds);
  }
}
