package io.vespene.core.stage;

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
import io.vespene.core.variable.VariableRules;
import io.vespene.core.variable.VariableSets;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** All stages. */
public final class Stages {
  private final Database database;
  private final VariableSets variableSets;

  public Stages(Database database, VariableSets variableSets) {
    this.database = database;
    this.variableSets = variableSets;
  }

  /**
   * Makes a stage.
   *
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   */
  public Stage create(StageDraft draft, Actor actor) {
    check(draft, Optional.empty());
    return database.inTransaction(handle -> {
      Stage stage =
          new StageStore(handle).insert(draft, actor.name()).orElseThrow(Stages::nameTaken);
      AuditLog.created(handle, actor, AuditedStage.object(stage), AuditedStage.fields(draft));
      return stage;
    });
  }

  /** All stages, by name. */
  public List<Stage> list() {
    return database.withHandle(handle -> new StageStore(handle).list());
  }

  public Optional<Stage> find(long id) {
    return database.withHandle(handle -> new StageStore(handle).find(id));
  }

  public Optional<Stage> find(String name) {
    // PostgreSQL can't even be asked for a text with NUL.
    return name.indexOf('\0') < 0
        ? database.withHandle(handle -> new StageStore(handle).find(name))
        : Optional.empty();
  }

  /**
   * The stage of this name or number.
   *
   * @param idOrName a name wins over a number
   * @throws io.vespene.core.problem.NotFound if there is none
   */
  public Stage require(String idOrName) {
    return find(idOrName)
        .or(() -> IdText.parse(idOrName).flatMap(this::find))
        .orElseThrow(() -> new NotFound("stage", idOrName));
  }

  /** The names of the pipelines that have the stage. */
  public List<String> pipelinesOf(long id) {
    return database.withHandle(handle -> new StageStore(handle).pipelinesOf(id));
  }

  /**
   * Replaces all settings.
   *
   * @param version the version that the edit began from
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   * @throws io.vespene.core.problem.NotFound if there is no such stage
   * @throws io.vespene.core.problem.StaleVersion if it was edited in the meantime
   */
  public Stage edit(long id, int version, StageDraft draft, Actor actor) {
    check(draft, Optional.of(id));
    try {
      return database.inTransaction(handle -> {
        var store = new StageStore(handle);
        Stage before = store.find(id).orElseThrow(() -> new NotFound("stage", id));
        Stage after =
            store
                .update(id, version, draft)
                .orElseThrow(() -> new StaleVersion("stage", before.name()));
        AuditLog.edited(
            handle,
            actor,
            AuditedStage.object(after),
            AuditedStage.fields(before.settings()),
            AuditedStage.fields(draft));
        return after;
      });
    } catch (JdbiException e) {
      throw BrokenConstraint.in(e).filter("stages_name_key"::equals).isPresent() ? nameTaken() : e;
    }
  }

  /**
   * Deletes a stage that no pipeline has any more.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such stage
   * @throws io.vespene.core.problem.Conflict if pipelines have it; the message names them
   */
  public void delete(long id, Actor actor) {
    Stage stage = requireById(id);
    try {
      database.useTransaction(handle -> deleteUnused(handle, stage, actor));
    } catch (JdbiException e) {
      // Somebody began to use it between the look and the deletion.
      throw BrokenConstraint.in(e).filter("pipeline_stages_stage"::equals).isPresent()
          ? new Conflict("stage '" + stage.name() + "' is in use")
          : e;
    }
  }

  private static void deleteUnused(Handle handle, Stage stage, Actor actor) {
    var store = new StageStore(handle);
    List<String> pipelines = store.pipelinesOf(stage.id());
    if (!pipelines.isEmpty()) {
      throw Conflict.usedBy("stage", stage.name(), "pipeline", pipelines);
    }
    store.delete(stage.id());
    AuditLog.deleted(handle, actor, AuditedStage.object(stage));
  }

  private void check(StageDraft draft, Optional<Long> self) {
    var errors = new FieldErrors();
    errors.requireName(draft.name()).requireDescription(draft.description());
    VariableRules.check(draft.variables(), errors);
    variableSets.requireKnown(draft.variables(), errors);
    boolean taken =
        find(draft.name()).filter(found -> !self.equals(Optional.of(found.id()))).isPresent();
    errors.require(!taken, "name", "is taken");
    errors.throwIfAny();
  }

  private Stage requireById(long id) {
    return find(id).orElseThrow(() -> new NotFound("stage", id));
  }

  private static InvalidInput nameTaken() {
    return new InvalidInput("name", "is taken");
  }
}
