package io.vespene.server.view;

import io.vespene.core.build.BuildSummary;
import io.vespene.core.build.ProjectOverview;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/** In which order the list shows projects. Those that are alike stand by name. */
public enum ProjectOrder {
  /** Those that need somebody first: failed, then active. */
  URGENT("Failed first"),
  NAME("Name"),
  /** The one that was started last first. */
  LATEST("Latest");

  private static final Comparator<ProjectOverview> BY_NAME =
      Comparator.comparing(row -> row.project().name(), String.CASE_INSENSITIVE_ORDER);

  private final String word;

  ProjectOrder(String word) {
    this.word = word;
  }

  /** The order of this name as links spell it; the first when there is none. */
  public static ProjectOrder parse(String name) {
    for (ProjectOrder order : values()) {
      if (order.link().equals(name)) {
        return order;
      }
    }
    return URGENT;
  }

  public String word() {
    return word;
  }

  public String link() {
    return name().toLowerCase(Locale.ROOT);
  }

  Comparator<ProjectOverview> comparator() {
    return switch (this) {
      case URGENT -> Comparator.comparingInt(ProjectOrder::urgency).thenComparing(BY_NAME);
      case NAME -> BY_NAME;
      case LATEST -> Comparator.comparing(ProjectOrder::latest).reversed().thenComparing(BY_NAME);
    };
  }

  private static int urgency(ProjectOverview row) {
    if (ProjectFilter.hasFailed(row.lastBuild())) {
      return 0;
    }
    return row.activeBuilds().isEmpty() ? 2 : 1;
  }

  private static Instant latest(ProjectOverview row) {
    Instant newest = row.lastBuild().map(BuildSummary::queuedAt).orElse(Instant.MIN);
    for (BuildSummary active : row.activeBuilds()) {
      newest = active.queuedAt().isAfter(newest) ? active.queuedAt() : newest;
    }
    return newest;
  }
}
