package io.vespene.server.view;

import io.vespene.core.build.BuildSummary;
import io.vespene.core.build.ProjectOverview;
import java.util.Locale;
import java.util.Optional;

/** Which projects the list shows. */
public enum ProjectFilter {
  ALL("All"),
  FAILED("Failed"),
  ACTIVE("Active");

  private final String word;

  ProjectFilter(String word) {
    this.word = word;
  }

  /** The filter of this name as links spell it; all when there is none. */
  public static ProjectFilter parse(String name) {
    for (ProjectFilter filter : values()) {
      if (filter.link().equals(name)) {
        return filter;
      }
    }
    return ALL;
  }

  public String word() {
    return word;
  }

  public String link() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean admits(ProjectOverview project) {
    return switch (this) {
      case ALL -> true;
      case FAILED -> hasFailed(project.lastBuild());
      case ACTIVE -> !project.activeBuilds().isEmpty();
    };
  }

  /** Whether somebody should look at what became of it. */
  public static boolean hasFailed(Optional<BuildSummary> last) {
    return last.filter(build ->
            switch (build.status()) {
              case FAILURE, ORPHANED -> true;
              case QUEUED, RUNNING, ABORTING, SUCCESS, ABORTED -> false;
            })
        .isPresent();
  }
}
