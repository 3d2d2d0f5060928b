package io.vespene.server.view;

import io.vespene.core.build.BuildSummary;
import io.vespene.core.build.ProjectOverview;
import java.time.Duration;
import java.util.Optional;

/**
 * Projects as tiles on a screen that hangs on a wall.
 *
 * @param list what is shown, those that need somebody first
 * @param light whether the wall is not dark
 */
public record Wall(ProjectList list, boolean light) {
  private static final Badge NEVER = new Badge("Never built", "ended", Icon.GONE);

  /** The address of this wall. */
  public String link() {
    return new Link("/wall")
        .with("search", list.search())
        .with("theme", light ? "light" : "")
        .toString();
  }

  /** How the project stands: as its last build ended, whatever runs now. */
  public static Badge badge(ProjectOverview row) {
    return row.lastBuild().map(last -> Badge.of(last.status())).orElse(NEVER);
  }

  /** The build that runs, if one does. */
  public static Optional<BuildSummary> running(ProjectOverview row) {
    return row.activeBuilds().stream().filter(build -> build.startedAt().isPresent()).findFirst();
  }

  /** How long the running build will take if it takes as long as the last success. */
  public static Optional<Duration> expected(ProjectOverview row) {
    return row.lastSuccess()
        .flatMap(build ->
            build
                .startedAt()
                .flatMap(start -> build.endedAt().map(end -> Duration.between(start, end))));
  }
}
