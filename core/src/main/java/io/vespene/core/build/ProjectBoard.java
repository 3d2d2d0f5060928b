package io.vespene.core.build;

import io.vespene.core.database.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All projects with their latest builds. Costs the same however long their history is. */
public final class ProjectBoard {
  private final Database database;

  public ProjectBoard(Database database) {
    this.database = database;
  }

  /** Projects by name. */
  public List<ProjectOverview> list() {
    return database.withHandle(handle -> new ProjectBoardStore(handle).list(Optional.empty()));
  }

  public Optional<ProjectOverview> find(long project) {
    return database
        .withHandle(handle -> new ProjectBoardStore(handle).list(Optional.of(project)))
        .stream()
        .findFirst();
  }

  /**
   * The latest builds that have ended, newest first, by project; projects without any are left out.
   *
   * @param limit at most so many of each
   */
  public Map<Long, List<BuildSummary>> ended(Collection<Long> projects, int limit) {
    return database.withHandle(handle -> new ProjectBoardStore(handle).ended(projects, limit));
  }
}
