package io.vespene.server.view;

import io.vespene.core.build.Build;
import io.vespene.core.build.BuildStatus;
import io.vespene.core.build.BuildSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a project's latest builds took, oldest first.
 *
 * @param summary the same in words
 * @param latest how long the latest took
 */
public record Trend(List<Bar> bars, String summary, String latest) {
  /** No builds. */
  public static final Trend NONE = of(List.of());

  /** The height of the tallest bar. */
  public static final int HEIGHT = 24;

  /** From the beginning of one bar to the next. */
  public static final int STEP = 6;

  private static final int SHORTEST = 3;

  public Trend {
    bars = List.copyOf(bars);
  }

  /** Draws builds that stand newest first; those that have not ended are left out. */
  public static Trend of(List<BuildSummary> newestFirst) {
    List<BuildSummary> builds =
        newestFirst.stream().filter(build -> build.endedAt().isPresent()).toList().reversed();
    long longest =
        Math.max(1, builds.stream().mapToLong(build -> length(build).toMillis()).max().orElse(1));
    var bars = new ArrayList<Bar>();
    for (BuildSummary build : builds) {
      Badge badge = Badge.of(build.status());
      long height = length(build).toMillis() * (HEIGHT - SHORTEST) / longest;
      bars.add(
          new Bar(
              bars.size() * STEP,
              SHORTEST + (int) Math.max(0, height),
              badge,
              "Build %d: %s, %s"
                  .formatted(build.id(), badge.word(), TimeText.duration(length(build)))));
    }
    return new Trend(
        bars, summary(builds), builds.isEmpty() ? "" : TimeText.duration(length(builds.getLast())));
  }

  /** The same from builds as history lists them. */
  public static Trend ofBuilds(List<Build> newestFirst) {
    return of(
        newestFirst.stream()
            .map(build ->
                new BuildSummary(
                    build.id(),
                    build.status(),
                    build.requestedBy(),
                    build.reason(),
                    build.queuedAt(),
                    build.startedAt(),
                    build.endedAt()))
            .toList());
  }

  public int width() {
    return Math.max(1, bars.size() * STEP);
  }

  private static String summary(List<BuildSummary> builds) {
    long good = builds.stream().filter(build -> build.status() == BuildStatus.SUCCESS).count();
    return builds.isEmpty()
        ? "no builds yet"
        : "%d of the last %d builds succeeded; the latest took %s"
            .formatted(good, builds.size(), TimeText.duration(length(builds.getLast())));
  }

  private static Duration length(BuildSummary build) {
    return build
        .startedAt()
        .flatMap(start -> build.endedAt().map(end -> Duration.between(start, end)))
        .orElse(Duration.ZERO);
  }
}
