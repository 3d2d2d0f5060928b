package io.vespene.core.variable;

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
import io.vespene.core.secret.Keyset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * All variable sets. The values of secret sets go in and never come out: where they are shown, a
 * {@link Mask} stands for each. In an edit, such a mask keeps the value that is stored.
 */
public final class VariableSets {
  private static final int SHOWN_USERS = 3;

  private final Database database;
  private final SecretValues secrets;

  public VariableSets(Database database, Keyset keyset) {
    this.database = database;
    this.secrets = new SecretValues(keyset);
  }

  /**
   * Makes a set.
   *
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   */
  public VariableSet create(VariableSetDraft draft, Actor actor) {
    check(draft, Map.of());
    return database.inTransaction(handle -> {
      var store = new VariableSetStore(handle);
      long id = store.nextId();
      if (!store.insert(id, SecretValues.masked(draft), secrets.encrypt(id, draft), actor.name())) {
        throw nameTaken();
      }
      AuditLog.created(
          handle,
          actor,
          AuditedVariableSet.object(id, draft.name()),
          AuditedVariableSet.fields(draft, draft.secret(), true));
      return store.find(id).orElseThrow().shown();
    });
  }

  /** All sets, by name. */
  public List<VariableSet> list() {
    return database.withHandle(handle -> new VariableSetStore(handle).list());
  }

  public Optional<VariableSet> find(long id) {
    return database
        .withHandle(handle -> new VariableSetStore(handle).find(id))
        .map(VariableSetStore.Row::shown);
  }

  public Optional<VariableSet> find(String name) {
    // PostgreSQL can't even be asked for a text with NUL.
    return name.indexOf('\0') < 0
        ? database
            .withHandle(handle -> new VariableSetStore(handle).find(name))
            .map(VariableSetStore.Row::shown)
        : Optional.empty();
  }

  /**
   * The set of this name or number.
   *
   * @param idOrName a name wins over a number
   * @throws io.vespene.core.problem.NotFound if there is none
   */
  public VariableSet require(String idOrName) {
    return find(idOrName)
        .or(() -> IdText.parse(idOrName).flatMap(this::find))
        .orElseThrow(() -> new NotFound("variable set", idOrName));
  }

  /**
   * Replaces all settings.
   *
   * @param version the version that the edit began from
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   * @throws io.vespene.core.problem.NotFound if there is no such set
   * @throws io.vespene.core.problem.StaleVersion if it was edited in the meantime
   */
  public VariableSet edit(long id, int version, VariableSetDraft draft, Actor actor) {
    try {
      return database.inTransaction(handle -> edit(handle, id, version, draft, actor));
    } catch (JdbiException e) {
      throw BrokenConstraint.in(e).filter("variable_sets_name_key"::equals).isPresent()
          ? nameTaken()
          : e;
    }
  }

  private VariableSet edit(
      Handle handle, long id, int version, VariableSetDraft draft, Actor actor) {
    var store = new VariableSetStore(handle);
    VariableSetStore.Row before =
        store.find(id).orElseThrow(() -> new NotFound("variable set", id));
    VariableSetDraft full = check(draft, kept(before, draft));
    if (before.shown().version() != version
        || !store.update(id, version, SecretValues.masked(full), secrets.encrypt(id, full))) {
      throw new StaleVersion("variable set", before.shown().name());
    }
    VariableSetDraft old = before.shown().settings();
    boolean hidden = old.secret() || full.secret();
    boolean changed = !secrets.values(before).equals(full.variables());
    AuditLog.edited(
        handle,
        actor,
        AuditedVariableSet.object(id, full.name()),
        AuditedVariableSet.fields(old, hidden, false),
        AuditedVariableSet.fields(full, hidden, changed));
    return store.find(id).orElseThrow().shown();
  }

  /** What masks in the draft may stand for: the values of a set that was secret and stays so. */
  private Map<String, @Nullable Object> kept(VariableSetStore.Row before, VariableSetDraft draft) {
    return draft.secret() && before.shown().settings().secret() ? secrets.values(before) : Map.of();
  }

  /** The draft with the kept values in the place of masks, found to break no rule. */
  private static VariableSetDraft check(
      VariableSetDraft draft, Map<String, @Nullable Object> kept) {
    var errors = new FieldErrors();
    var values = new LinkedHashMap<String, @Nullable Object>(draft.variables());
    values.replaceAll((name, value) -> {
      if (!Mask.TEXT.equals(value)) {
        return value;
      }
      errors.require(
          kept.containsKey(name),
          "variables",
          "must have a value for '" + name + "': " + Mask.TEXT + " only keeps what is secret now");
      return kept.get(name);
    });
    errors.throwIfAny();
    var full = new VariableSetDraft(draft.name(), draft.description(), draft.secret(), values);
    VariableSetRules.check(full, errors);
    errors.throwIfAny();
    return full;
  }

  /**
   * Deletes a set that nothing uses any more.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such set
   * @throws io.vespene.core.problem.Conflict if projects or pools use it; the message names them
   */
  public void delete(long id, Actor actor) {
    VariableSet set = requireById(id);
    try {
      database.useTransaction(handle -> {
        deleteUnused(handle, set);
        AuditLog.deleted(handle, actor, AuditedVariableSet.object(id, set.name()));
      });
    } catch (JdbiException e) {
      // Somebody began to use it between the look and the deletion.
      throw BrokenConstraint.in(e).isPresent()
          ? new Conflict("variable set '" + set.name() + "' is in use")
          : e;
    }
  }

  private static void deleteUnused(Handle handle, VariableSet set) {
    var store = new VariableSetStore(handle);
    List<String> users = store.usersOf(set.id());
    if (!users.isEmpty()) {
      String more = users.size() > SHOWN_USERS ? " and more" : "";
      String names = String.join(", ", users.subList(0, Math.min(SHOWN_USERS, users.size())));
      throw new Conflict("variable set '" + set.name() + "' is used by " + names + more);
    }
    store.delete(set.id());
  }

  /**
   * A worker pool's layers, the values of secret sets in them.
   *
   * @param variables as the pool says
   */
  public List<VariableLayer> ofPool(long pool, String name, ObjectVariables variables) {
    return layers(Origin.of(Level.WORKER_POOL, name), variables, store -> store.ofPool(pool));
  }

  /** The same of a project. */
  public List<VariableLayer> ofProject(long project, String name, ObjectVariables variables) {
    return layers(Origin.of(Level.PROJECT, name), variables, store -> store.ofProject(project));
  }

  /** The same of a pipeline. */
  public List<VariableLayer> ofPipeline(long pipeline, String name, ObjectVariables variables) {
    return layers(Origin.of(Level.PIPELINE, name), variables, store -> store.ofPipeline(pipeline));
  }

  /** The same of a stage. */
  public List<VariableLayer> ofStage(long stage, String name, ObjectVariables variables) {
    return layers(Origin.of(Level.STAGE, name), variables, store -> store.ofStage(stage));
  }

  private List<VariableLayer> layers(
      Origin origin,
      ObjectVariables variables,
      Function<VariableSetStore, List<VariableSetStore.Row>> attached) {
    List<VariableSetStore.Row> sets =
        variables.sets().isEmpty()
            ? List.of()
            : database.withHandle(handle -> attached.apply(new VariableSetStore(handle)));
    return layers(sets, origin, variables);
  }

  private List<VariableLayer> layers(
      List<VariableSetStore.Row> sets, Origin origin, ObjectVariables variables) {
    var layers = new ArrayList<VariableLayer>();
    for (VariableSetStore.Row set : sets) {
      layers.add(
          new VariableLayer(
              origin.inSet(set.shown().name()),
              set.shown().settings().secret(),
              secrets.values(set)));
    }
    layers.add(new VariableLayer(origin, false, variables.own()));
    return List.copyOf(layers);
  }

  /** Notes names that no set has. */
  public void requireKnown(ObjectVariables variables, FieldErrors errors) {
    List<String> names =
        variables.sets().stream().filter(name -> name.indexOf('\0') < 0).distinct().toList();
    List<String> known =
        names.isEmpty()
            ? List.of()
            : database.withHandle(handle -> new VariableSetStore(handle).known(names));
    variables.sets().stream()
        .filter(name -> !known.contains(name))
        .forEach(name ->
            errors.require(
                false, "variable_sets", "must name variable sets, unlike '" + name + "'"));
  }

  /**
   * Refuses what was deleted since {@link #requireKnown} saw it.
   *
   * @param attached how many of the sets were found
   */
  public static void requireAttached(int attached, List<String> sets) {
    if (attached != sets.size()) {
      throw new InvalidInput("variable_sets", "must name variable sets; one was just deleted");
    }
  }

  private VariableSet requireById(long id) {
    return find(id).orElseThrow(() -> new NotFound("variable set", id));
  }

  private static InvalidInput nameTaken() {
    return new InvalidInput("name", "is taken");
  }
}
