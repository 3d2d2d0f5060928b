package io.vespene.core.pool;

import io.vespene.core.audit.Actor;
import io.vespene.core.audit.AuditLog;
import io.vespene.core.database.BrokenConstraint;
import io.vespene.core.database.Database;
import io.vespene.core.database.IdText;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.FieldErrors;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.variable.VariableSets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** All worker pools. */
public final class WorkerPools {
  private final Database database;
  private final VariableSets variableSets;
  private final PoolRules rules;
  private final Duration unreachableAfter;

  /**
   * Wires it.
   *
   * @param unreachableAfter how long a worker is silent before it counts no more
   */
  public WorkerPools(
      Database database, VariableSets variableSets, PoolRules rules, Duration unreachableAfter) {
    this.database = database;
    this.variableSets = variableSets;
    this.rules = rules;
    this.unreachableAfter = unreachableAfter;
  }

  /** Kinds of isolation that pools may name beside the built-in ones. */
  public List<String> pluginIsolations() {
    return rules.pluginIsolations();
  }

  /**
   * Makes a pool.
   *
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   */
  public WorkerPool create(WorkerPoolDraft draft, Actor actor) {
    check(draft);
    return database.inTransaction(handle -> {
      WorkerPool pool =
          new WorkerPoolStore(handle).insert(draft).orElseThrow(WorkerPools::nameTaken);
      AuditLog.created(handle, actor, AuditedPool.object(pool), AuditedPool.fields(draft));
      return pool;
    });
  }

  /** All pools, by name. */
  public List<WorkerPool> list() {
    return database.withHandle(handle -> new WorkerPoolStore(handle).list());
  }

  /** All pools with queue lengths and worker counts, by name. */
  public List<WorkerPoolOverview> overview() {
    return database.withHandle(handle -> new PoolOverviewStore(handle).list(unreachableAfter));
  }

  public Optional<WorkerPool> find(long id) {
    return database.withHandle(handle -> new WorkerPoolStore(handle).find(id));
  }

  public Optional<WorkerPool> find(String name) {
    // PostgreSQL can't even be asked for a text with NUL.
    return name.indexOf('\0') < 0
        ? database.withHandle(handle -> new WorkerPoolStore(handle).find(name))
        : Optional.empty();
  }

  /**
   * The pool of this name or number.
   *
   * @param idOrName a name wins over a number
   * @throws io.vespene.core.problem.NotFound if there is none
   */
  public WorkerPool require(String idOrName) {
    return find(idOrName)
        .or(() -> IdText.parse(idOrName).flatMap(this::find))
        .orElseThrow(() -> new NotFound("worker pool", idOrName));
  }

  /**
   * Replaces all settings.
   *
   * @param version the version that the edit began from
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   * @throws io.vespene.core.problem.NotFound if there is no such pool
   * @throws io.vespene.core.problem.StaleVersion if it was edited in the meantime
   */
  public WorkerPool edit(long id, int version, WorkerPoolDraft draft, Actor actor) {
    check(draft);
    try {
      return database.inTransaction(handle -> {
        var store = new WorkerPoolStore(handle);
        WorkerPool before = store.find(id).orElseThrow(() -> new NotFound("worker pool", id));
        WorkerPool after =
            store
                .update(id, version, draft)
                .orElseThrow(() -> new StaleVersion("worker pool", before.name()));
        AuditLog.edited(
            handle,
            actor,
            AuditedPool.object(after),
            AuditedPool.fields(before.settings()),
            AuditedPool.fields(draft));
        return after;
      });
    } catch (JdbiException e) {
      throw BrokenConstraint.in(e).filter("worker_pools_name_key"::equals).isPresent()
          ? nameTaken()
          : e;
    }
  }

  /**
   * Deletes a pool that nothing uses any more.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such pool
   * @throws io.vespene.core.problem.Conflict if projects or builds use it; the message names them
   */
  public void delete(long id, Actor actor) {
    WorkerPool pool = requireById(id);
    try {
      database.useTransaction(handle -> {
        deleteUnused(handle, pool);
        AuditLog.deleted(handle, actor, AuditedPool.object(pool));
      });
    } catch (JdbiException e) {
      // Somebody began to use it between the look and the deletion.
      throw BrokenConstraint.in(e).isPresent()
          ? new Conflict("worker pool '" + pool.name() + "' is in use")
          : e;
    }
  }

  private static void deleteUnused(Handle handle, WorkerPool pool) {
    var store = new WorkerPoolStore(handle);
    List<String> projects = store.projectsOf(pool.id());
    if (!projects.isEmpty()) {
      String more = projects.size() > 3 ? " and more" : "";
      String names = String.join("', '", projects.subList(0, Math.min(3, projects.size())));
      throw new Conflict(
          "worker pool '" + pool.name() + "' is used by project '" + names + "'" + more);
    }
    if (store.hasBuilds(pool.id())) {
      throw new Conflict("worker pool '" + pool.name() + "' has builds in its history");
    }
    store.delete(pool.id());
  }

  private void check(WorkerPoolDraft draft) {
    var errors = new FieldErrors();
    rules.check(draft, errors);
    variableSets.requireKnown(draft.variables(), errors);
    errors.throwIfAny();
  }

  private WorkerPool requireById(long id) {
    return find(id).orElseThrow(() -> new NotFound("worker pool", id));
  }

  private static InvalidInput nameTaken() {
    return new InvalidInput("name", "is taken");
  }
}
