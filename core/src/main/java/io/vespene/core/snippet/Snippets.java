package io.vespene.core.snippet;

import io.vespene.core.audit.Actor;
import io.vespene.core.audit.AuditLog;
import io.vespene.core.database.BrokenConstraint;
import io.vespene.core.database.Database;
import io.vespene.core.database.IdText;
import io.vespene.core.problem.FieldErrors;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;

/** All snippets. */
public final class Snippets {
  private static final Set<String> NAMES =
      Set.of("snippets_name_key", "snippets_variable_name_key");

  private final Database database;

  public Snippets(Database database) {
    this.database = database;
  }

  /**
   * Makes a snippet.
   *
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   */
  public Snippet create(SnippetDraft draft, Actor actor) {
    check(draft);
    return database.inTransaction(handle -> {
      Snippet snippet =
          new SnippetStore(handle).insert(draft, actor.name()).orElseThrow(() -> nameTaken(draft));
      AuditLog.created(handle, actor, AuditedSnippet.object(snippet), AuditedSnippet.fields(draft));
      return snippet;
    });
  }

  /** All snippets, by name. */
  public List<Snippet> list() {
    return database.withHandle(handle -> new SnippetStore(handle).list());
  }

  /** Those that templates call by one of these names. */
  public List<Snippet> listCalled(Collection<String> variableNames) {
    return variableNames.isEmpty()
        ? List.of()
        : database.withHandle(handle -> new SnippetStore(handle).listCalled(variableNames));
  }

  public Optional<Snippet> find(long id) {
    return database.withHandle(handle -> new SnippetStore(handle).find(id));
  }

  public Optional<Snippet> find(String name) {
    // PostgreSQL can't even be asked for a text with NUL.
    return name.indexOf('\0') < 0
        ? database.withHandle(handle -> new SnippetStore(handle).find(name))
        : Optional.empty();
  }

  /**
   * The snippet of this name or number.
   *
   * @throws io.vespene.core.problem.NotFound if there is none
   */
  public Snippet require(String idOrName) {
    return find(idOrName)
        .or(() -> IdText.parse(idOrName).flatMap(this::find))
        .orElseThrow(() -> new NotFound("snippet", idOrName));
  }

  /**
   * Replaces all settings.
   *
   * @param version the version that the edit began from
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   * @throws io.vespene.core.problem.NotFound if there is no such snippet
   * @throws io.vespene.core.problem.StaleVersion if it was edited in the meantime
   */
  public Snippet edit(long id, int version, SnippetDraft draft, Actor actor) {
    check(draft);
    try {
      return database.inTransaction(handle -> {
        var store = new SnippetStore(handle);
        Snippet before = requireById(store, id);
        Snippet after =
            store
                .update(id, version, draft)
                .orElseThrow(() -> new StaleVersion("snippet", before.name()));
        AuditLog.edited(
            handle,
            actor,
            AuditedSnippet.object(after),
            AuditedSnippet.fields(before.settings()),
            AuditedSnippet.fields(draft));
        return after;
      });
    } catch (JdbiException e) {
      throw BrokenConstraint.in(e).filter(NAMES::contains).isPresent() ? nameTaken(draft) : e;
    }
  }

  /**
   * Deletes a snippet. Scripts that use it fail from now on; builds that are queued have it
   * already.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such snippet
   */
  public void delete(long id, Actor actor) {
    database.useTransaction(handle -> {
      var store = new SnippetStore(handle);
      Snippet snippet = requireById(store, id);
      store.delete(id);
      AuditLog.deleted(handle, actor, AuditedSnippet.object(snippet));
    });
  }

  private static void check(SnippetDraft draft) {
    var errors = new FieldErrors();
    SnippetRules.check(draft, errors);
    errors.throwIfAny();
  }

  private static Snippet requireById(SnippetStore store, long id) {
    return store.find(id).orElseThrow(() -> new NotFound("snippet", id));
  }

  private static InvalidInput nameTaken(SnippetDraft draft) {
    return new InvalidInput(
        "name", "is taken: another snippet is called " + draft.variableName() + " in templates");
  }
}
