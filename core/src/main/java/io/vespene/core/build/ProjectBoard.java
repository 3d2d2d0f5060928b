package io.vespene.core.build;

import io.vespene.core.database.Database;
import java.util.List;
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
}
