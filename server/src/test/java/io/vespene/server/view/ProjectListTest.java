package io.vespene.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.build.BuildStatus;
import io.vespene.core.build.BuildSummary;
import io.vespene.core.build.Named;
import io.vespene.core.build.ProjectOverview;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProjectListTest {
  @Test
  void theFailedOnesAreFound() {
    List<ProjectOverview> all =
        List.of(
            project("good", BuildStatus.SUCCESS),
            project("bad", BuildStatus.FAILURE),
            project("lost", BuildStatus.ORPHANED),
            project("stopped", BuildStatus.ABORTED));

    ProjectList list = ProjectList.choose(all, "", ProjectFilter.FAILED, ProjectOrder.NAME, 1);

    assertThat(list.rows()).extracting(row -> row.project().name()).containsExactly("bad", "lost");
    assertThat(list.count(ProjectFilter.ALL)).isEqualTo(4);
    assertThat(list.count(ProjectFilter.FAILED)).isEqualTo(2);
  }

  @Test
  void failedOnesStandFirstUnlessNamesAreAskedFor() {
    List<ProjectOverview> all =
        List.of(
            project("good", BuildStatus.SUCCESS),
            project("zz-lost", BuildStatus.ORPHANED),
            project("bad", BuildStatus.FAILURE));

    assertThat(ProjectList.choose(all, "", ProjectFilter.ALL, ProjectOrder.URGENT, 1).rows())
        .extracting(row -> row.project().name())
        .containsExactly("bad", "zz-lost", "good");
    ProjectList byName = ProjectList.choose(all, "", ProjectFilter.ALL, ProjectOrder.NAME, 1);
    assertThat(byName.rows())
        .extracting(row -> row.project().name())
        .containsExactly("bad", "good", "zz-lost");
    assertThat(byName.link(ProjectFilter.FAILED)).isEqualTo("/projects?show=failed&sort=name");
  }

  @Test
  void longListsHavePages() {
    List<ProjectOverview> all =
        IntStream.range(0, 250).mapToObj(n -> project("p" + n, BuildStatus.SUCCESS)).toList();

    ProjectList last = ProjectList.choose(all, "p", ProjectFilter.ALL, ProjectOrder.URGENT, 99);

    assertThat(last.pages()).isEqualTo(3);
    assertThat(last.page()).isEqualTo(3);
    assertThat(last.rows()).hasSize(50);
    assertThat(last.link(2)).isEqualTo("/projects?search=p&page=2");
  }

  @Test
  void theTrendIsDrawnOldestFirst() {
    Instant start = Instant.parse("2026-03-01T12:00:00Z");
    var slow = build(BuildStatus.FAILURE, start, 100);
    var fast = build(BuildStatus.SUCCESS, start, 50);

    Trend trend = Trend.of(List.of(slow, fast));

    assertThat(trend.bars()).extracting(Bar::x).containsExactly(0, Trend.STEP);
    assertThat(trend.bars().getLast().height()).isEqualTo(Trend.HEIGHT);
    assertThat(trend.bars().getFirst().height()).isLessThan(Trend.HEIGHT);
    assertThat(trend.summary())
        .isEqualTo("1 of the last 2 builds succeeded; the latest took 1 min 40 s");
  }

  private static ProjectOverview project(String name, BuildStatus last) {
    Instant start = Instant.parse("2026-03-01T12:00:00Z");
    return new ProjectOverview(
        new Named(1, name),
        "",
        new Named(1, "general"),
        "none",
        "",
        "alice",
        Optional.of(build(last, start, 1)),
        Optional.empty(),
        List.of());
  }

  private static BuildSummary build(BuildStatus status, Instant start, long seconds) {
    return new BuildSummary(
        1,
        status,
        "alice",
        Optional.of("exit code 0"),
        start,
        Optional.of(start),
        Optional.of(start.plusSeconds(seconds)));
  }
}
