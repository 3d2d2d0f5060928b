package io.vespene.core.project;

import io.vespene.core.database.Database;
import io.vespene.core.pool.WorkerPools;
import java.util.Optional;

/** All projects. */
public final class Projects {
  private final Database database;
  private final WorkerPools pools;
  private final ProjectRules rules;

  public Projects(Database database, WorkerPools pools, ProjectRules rules) {
    this.database = database;
    this.pools = pools;
    this.rules = rules;
  }

  /**
   * Makes a project.
   *
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   */
  public Project create(ProjectDraft draft, String createdBy) {
    return io.vespene.core.problem.Pending.yet(database, pools, rules, draft, createdBy);
  }

  public Optional<Project> find(long id) {
    return io.vespene.core.problem.Pending.yet(id);
  }

  public Optional<Project> find(String name) {
    return io.vespene.core.problem.Pending.yet(name);
  }

  /**
   * The project of this name or number.
   *
   * @param idOrName a name wins over a number
   * @throws io.vespene.core.problem.NotFound if there is none
   */
  public Project require(String idOrName) {
    return io.vespene.core.problem.Pending.yet(idOrName);
  }

  /**
   * Replaces all settings.
   *
   * @param version the version that the edit began from
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   * @throws io.vespene.core.problem.NotFound if there is no such project
   * @throws io.vespene.core.problem.StaleVersion if it was edited in the meantime
   */
  public Project edit(long id, int version, ProjectDraft draft) {
    return io.vespene.core.problem.Pending.yet(id, version, draft);
  }

  /**
   * Deletes the project and the history of its builds.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such project
   * @throws io.vespene.core.problem.Conflict if a build of it has not ended
   */
  public void delete(long id) {
    io.vespene.core.problem.Pending.yet(id);
  }
}
