package io.vespene.server.view;

import io.vespene.core.build.ProjectOverview;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A page of the list of projects.
 *
 * @param rows of this page
 * @param search what the names must contain; may be empty
 * @param order in which they stand
 * @param counts how many projects each filter admits
 * @param page from 1
 * @param pages at least 1
 * @param trends how long the latest builds of these projects took, by project
 */
public record ProjectList(
    List<ProjectOverview> rows,
    String search,
    ProjectFilter filter,
    ProjectOrder order,
    Map<ProjectFilter, Long> counts,
    int page,
    int pages,
    Map<Long, Trend> trends) {
  private static final int PAGE_SIZE = 100;

  public ProjectList {
    rows = List.copyOf(rows);
    counts = Map.copyOf(counts);
    trends = Map.copyOf(trends);
  }

  /** Chooses from all projects what is to be shown. */
  public static ProjectList choose(
      List<ProjectOverview> all,
      String search,
      ProjectFilter filter,
      ProjectOrder order,
      int page) {
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    List<ProjectOverview> found = all.stream().filter(row -> matches(row, wanted)).toList();
    var counts = new java.util.EnumMap<ProjectFilter, Long>(ProjectFilter.class);
    for (ProjectFilter each : ProjectFilter.values()) {
      counts.put(each, found.stream().filter(each::admits).count());
    }
    int pages = (int) Math.max(1, Math.ceilDiv(counts.getOrDefault(filter, 0L), PAGE_SIZE));
    int shown = Math.clamp(page, 1, pages);
    List<ProjectOverview> rows =
        found.stream()
            .filter(filter::admits)
            .sorted(order.comparator())
            .skip((long) (shown - 1) * PAGE_SIZE)
            .limit(PAGE_SIZE)
            .toList();
    return new ProjectList(rows, search.strip(), filter, order, counts, shown, pages, Map.of());
  }

  /** The same with the projects' latest builds. */
  public ProjectList with(Map<Long, Trend> found) {
    return new ProjectList(rows, search, filter, order, counts, page, pages, found);
  }

  public Trend trend(long project) {
    return trends.getOrDefault(project, Trend.NONE);
  }

  /** Whether there is no project at all, rather than none that matches. */
  public boolean isEmptyHouse() {
    return search.isEmpty() && counts.getOrDefault(ProjectFilter.ALL, 0L) == 0;
  }

  public long count(ProjectFilter each) {
    return counts.getOrDefault(each, 0L);
  }

  public String link(ProjectFilter each) {
    return link(each, order, 1);
  }

  public String link(ProjectOrder each) {
    return link(filter, each, 1);
  }

  public String link(int otherPage) {
    return link(filter, order, otherPage);
  }

  private String link(ProjectFilter shown, ProjectOrder sorted, int otherPage) {
    return new Link("/projects")
        .with("search", search)
        .with("show", shown == ProjectFilter.ALL ? "" : shown.link())
        .with("sort", sorted == ProjectOrder.URGENT ? "" : sorted.link())
        .with("page", otherPage == 1 ? "" : Integer.toString(otherPage))
        .toString();
  }

  private static boolean matches(ProjectOverview row, String wanted) {
    return wanted.isEmpty()
        || row.project().name().toLowerCase(Locale.ROOT).contains(wanted)
        || row.description().toLowerCase(Locale.ROOT).contains(wanted)
        || row.pool().name().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
