package io.vespene.core.project;

import io.vespene.core.audit.Actor;
import io.vespene.core.audit.AuditLog;
import io.vespene.core.database.BrokenConstraint;
import io.vespene.core.database.Database;
import io.vespene.core.database.IdText;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.FieldErrors;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.variable.VariableSets;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/** All projects. */
public final class Projects {
  private final Database database;
  private final WorkerPools pools;
  private final VariableSets variableSets;
  private final ProjectRules rules;

  public Projects(
      Database database, WorkerPools pools, VariableSets variableSets, ProjectRules rules) {
    this.database = database;
    this.pools = pools;
    this.variableSets = variableSets;
    this.rules = rules;
  }

  /** Kinds of source control that projects may name beside the built-in ones. */
  public List<String> pluginSources() {
    return rules.pluginSources();
  }

  /**
   * Makes a project.
   *
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   */
  public Project create(ProjectDraft draft, Actor actor) {
    long pool = check(draft, Optional.empty());
    try {
      return database.inTransaction(handle -> {
        var store = new ProjectStore(handle);
        long id =
            store
                .insert(draft, pool, actor.name())
                .orElseThrow(() -> new InvalidInput("name", "is taken"));
        AuditLog.created(
            handle, actor, AuditedProject.object(id, draft.name()), AuditedProject.fields(draft));
        return store.find(id).orElseThrow();
      });
    } catch (JdbiException e) {
      throw refusal(e);
    }
  }

  public Optional<Project> find(long id) {
    return database.withHandle(handle -> new ProjectStore(handle).find(id));
  }

  public Optional<Project> find(String name) {
    // PostgreSQL can't even be asked for a text with NUL.
    return name.indexOf('\0') < 0
        ? database.withHandle(handle -> new ProjectStore(handle).find(name))
        : Optional.empty();
  }

  /**
   * The project of this name or number.
   *
   * @param idOrName a name wins over a number
   * @throws io.vespene.core.problem.NotFound if there is none
   */
  public Project require(String idOrName) {
    return find(idOrName)
        .or(() -> IdText.parse(idOrName).flatMap(this::find))
        .orElseThrow(() -> new NotFound("project", idOrName));
  }

  /**
   * Replaces all settings.
   *
   * @param version the version that the edit began from
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   * @throws io.vespene.core.problem.NotFound if there is no such project
   * @throws io.vespene.core.problem.StaleVersion if it was edited in the meantime
   */
  public Project edit(long id, int version, ProjectDraft draft, Actor actor) {
    requireById(id);
    long pool = check(draft, Optional.of(id));
    try {
      return database.inTransaction(handle -> {
        var store = new ProjectStore(handle);
        Project before = store.find(id).orElseThrow(() -> new NotFound("project", id));
        if (before.version() != version || !store.update(id, version, draft, pool)) {
          throw new StaleVersion("project", before.name());
        }
        AuditLog.edited(
            handle,
            actor,
            AuditedProject.object(id, draft.name()),
            AuditedProject.fields(before.settings()),
            AuditedProject.fields(draft));
        return store.find(id).orElseThrow();
      });
    } catch (JdbiException e) {
      throw refusal(e);
    }
  }

  /**
   * Deletes the project and the history of its builds.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such project
   * @throws io.vespene.core.problem.Conflict if a build of it has not ended
   */
  public void delete(long id, Actor actor) {
    database.useTransaction(handle -> {
      var store = new ProjectStore(handle);
      String name = store.lock(id).orElseThrow(() -> new NotFound("project", id));
      if (store.hasOpenBuilds(id)) {
        throw new Conflict("the project has builds that have not ended: stop them first");
      }
      store.delete(id);
      AuditLog.deleted(handle, actor, AuditedProject.object(id, name));
    });
  }

  /** All errors at once, the taken name and the unknown pool among them. */
  private long check(ProjectDraft draft, Optional<Long> self) {
    var errors = new FieldErrors();
    rules.check(draft, errors);
    boolean taken =
        find(draft.name()).map(Project::id).filter(id -> !self.equals(Optional.of(id))).isPresent();
    errors.require(!taken, "name", "is taken");
    variableSets.requireKnown(draft.variables(), errors);
    Optional<WorkerPool> pool = pools.find(draft.workerPool());
    errors.require(
        pool.isPresent(),
        "worker_pool",
        draft.workerPool().isEmpty() ? "must not be empty" : "must be the name of a worker pool");
    database.useTransaction(handle -> {
      AccessRules.checkExistence(draft.access(), new ProjectAccessStore(handle), errors);
      PlaceRules.check(draft.place(), new PlaceStore(handle), errors);
    });
    pool.ifPresent(found -> ImageRules.check(draft.containerBaseImage(), found.settings(), errors));
    errors.throwIfAny();
    return pool.orElseThrow().id();
  }

  /** What somebody else did between the check and the change. */
  private static RuntimeException refusal(JdbiException e) {
    return switch (BrokenConstraint.in(e).orElse("")) {
      case "projects_name_key" -> new InvalidInput("name", "is taken");
      case "projects_place", "projects_place_is_whole" ->
          new InvalidInput("stage", PlaceRules.UNKNOWN_STAGE);
      default -> e;
    };
  }

  private Project requireById(long id) {
    return find(id).orElseThrow(() -> new NotFound("project", id));
  }
}
