package io.vespene.core.pool;

import io.vespene.core.database.Database;
import java.util.List;
import java.util.Optional;

/** All worker pools. */
public final class WorkerPools {
  private final Database database;
  private final PoolRules rules;

  public WorkerPools(Database database, PoolRules rules) {
    this.database = database;
    this.rules = rules;
  }

  /**
   * Makes a pool.
   *
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   */
  public WorkerPool create(WorkerPoolDraft draft) {
    return io.vespene.core.problem.Pending.yet(database, rules, draft);
  }

  /** All pools, by name. */
  public List<WorkerPool> list() {
    return io.vespene.core.problem.Pending.yet();
  }

  /** All pools with queue lengths and worker counts, by name. */
  public List<WorkerPoolOverview> overview() {
    return io.vespene.core.problem.Pending.yet();
  }

  public Optional<WorkerPool> find(long id) {
    return io.vespene.core.problem.Pending.yet(id);
  }

  public Optional<WorkerPool> find(String name) {
    return io.vespene.core.problem.Pending.yet(name);
  }

  /**
   * The pool of this name or number.
   *
   * @param idOrName a name wins over a number
   * @throws io.vespene.core.problem.NotFound if there is none
   */
  public WorkerPool require(String idOrName) {
    return io.vespene.core.problem.Pending.yet(idOrName);
  }

  /**
   * Replaces all settings.
   *
   * @param version the version that the edit began from
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   * @throws io.vespene.core.problem.NotFound if there is no such pool
   * @throws io.vespene.core.problem.StaleVersion if it was edited in the meantime
   */
  public WorkerPool edit(long id, int version, WorkerPoolDraft draft) {
    return io.vespene.core.problem.Pending.yet(id, version, draft);
  }

  /**
   * Deletes a pool that nothing uses any more.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such pool
   * @throws io.vespene.core.problem.Conflict if projects or builds use it; the message names them
   */
  public void delete(long id) {
    io.vespene.core.problem.Pending.yet(id);
  }
}
