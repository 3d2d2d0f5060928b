package io.vespene.core.pipeline;

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
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** All pipelines. */
public final class Pipelines {
  private final Database database;
  private final VariableSets variableSets;

  public Pipelines(Database database, VariableSets variableSets) {
    this.database = database;
    this.variableSets = variableSets;
  }

  /**
   * Makes a pipeline.
   *
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   */
  public Pipeline create(PipelineDraft draft, Actor actor) {
    check(draft, Optional.empty());
    return database.inTransaction(handle -> {
      Pipeline pipeline =
          new PipelineStore(handle).insert(draft, actor.name()).orElseThrow(Pipelines::nameTaken);
      AuditLog.created(
          handle, actor, AuditedPipeline.object(pipeline), AuditedPipeline.fields(draft));
      return pipeline;
    });
  }

  /** All pipelines, by name. */
  public List<Pipeline> list() {
    return database.withHandle(handle -> new PipelineStore(handle).list());
  }

  public Optional<Pipeline> find(long id) {
    return database.withHandle(handle -> new PipelineStore(handle).find(id));
  }

  public Optional<Pipeline> find(String name) {
    // PostgreSQL can't even be asked for a text with NUL.
    return name.indexOf('\0') < 0
        ? database.withHandle(handle -> new PipelineStore(handle).find(name))
        : Optional.empty();
  }

  /**
   * The pipeline of this name or number.
   *
   * @param idOrName a name wins over a number
   * @throws io.vespene.core.problem.NotFound if there is none
   */
  public Pipeline require(String idOrName) {
    return find(idOrName)
        .or(() -> IdText.parse(idOrName).flatMap(this::find))
        .orElseThrow(() -> new NotFound("pipeline", idOrName));
  }

  /**
   * Replaces all settings. Runs that have begun keep the stages they began with.
   *
   * @param version the version that the edit began from
   * @throws io.vespene.core.problem.InvalidInput if fields break rules, or a stage is left out that
   *     projects are in
   * @throws io.vespene.core.problem.NotFound if there is no such pipeline
   * @throws io.vespene.core.problem.StaleVersion if it was edited in the meantime
   */
  public Pipeline edit(long id, int version, PipelineDraft draft, Actor actor) {
    check(draft, Optional.of(requireById(id).id()));
    try {
      return database.inTransaction(handle -> {
        var store = new PipelineStore(handle);
        Pipeline before = store.find(id).orElseThrow(() -> new NotFound("pipeline", id));
        Pipeline after =
            store
                .update(id, version, draft)
                .orElseThrow(() -> new StaleVersion("pipeline", before.name()));
        AuditLog.edited(
            handle,
            actor,
            AuditedPipeline.object(after),
            AuditedPipeline.fields(before.settings()),
            AuditedPipeline.fields(draft));
        return after;
      });
    } catch (JdbiException e) {
      throw switch (BrokenConstraint.in(e).orElse("")) {
        case "pipelines_name_key" -> nameTaken();
        case "projects_place" ->
            new InvalidInput("stages", "must keep the stages that projects are in");
        default -> e;
      };
    }
  }

  /**
   * Deletes a pipeline that no project is in any more, with the history of its runs.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such pipeline
   * @throws io.vespene.core.problem.Conflict if projects are in it; the message names them
   */
  public void delete(long id, Actor actor) {
    Pipeline pipeline = requireById(id);
    try {
      database.useTransaction(handle -> deleteUnused(handle, pipeline, actor));
    } catch (JdbiException e) {
      // Somebody began to use it between the look and the deletion.
      throw BrokenConstraint.in(e).filter("projects_place"::equals).isPresent()
          ? new Conflict("pipeline '" + pipeline.name() + "' is in use")
          : e;
    }
  }

  private static void deleteUnused(Handle handle, Pipeline pipeline, Actor actor) {
    var store = new PipelineStore(handle);
    List<String> projects = store.projectsOutside(pipeline.id(), List.of());
    if (!projects.isEmpty()) {
      throw Conflict.usedByProjects("pipeline", pipeline.name(), projects);
    }
    store.delete(pipeline.id());
    AuditLog.deleted(handle, actor, AuditedPipeline.object(pipeline));
  }

  private void check(PipelineDraft draft, Optional<Long> self) {
    var errors = new FieldErrors();
    PipelineRules.check(draft, errors);
    boolean taken =
        find(draft.name()).filter(found -> !self.equals(Optional.of(found.id()))).isPresent();
    errors.require(!taken, "name", "is taken");
    variableSets.requireKnown(draft.variables(), errors);
    database.useTransaction(handle -> {
      var store = new PipelineStore(handle);
      PipelineRules.checkExistence(draft, store, errors);
      self.ifPresent(id -> PipelineRules.checkUse(id, draft, store, errors));
    });
    errors.throwIfAny();
  }

  private Pipeline requireById(long id) {
    return find(id).orElseThrow(() -> new NotFound("pipeline", id));
  }

  private static InvalidInput nameTaken() {
    return new InvalidInput("name", "is taken");
  }
}
