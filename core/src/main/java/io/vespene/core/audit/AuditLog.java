package io.vespene.core.audit;

import io.vespene.core.database.Database;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Who did what. An entry is written in the transaction of the change itself, so that neither is
 * there without the other; nothing ever changes or removes one.
 */
public final class AuditLog {
  /** No page of it is longer. */
  public static final int MAX_LIMIT = 1000;

  private final Database database;

  public AuditLog(Database database) {
    this.database = database;
  }

  /** Notes that the object was made, with the fields it was given. */
  public static void created(
      Handle handle, Actor actor, AuditedObject object, AuditedFields fields) {
    new AuditStore(handle)
        .insert(actor, AuditVerb.CREATE, object, fields.since(new AuditedFields()));
  }

  /** Notes which fields changed; nothing if none did. */
  public static void edited(
      Handle handle, Actor actor, AuditedObject object, AuditedFields before, AuditedFields after) {
    List<FieldChange> changes = after.since(before);
    if (!changes.isEmpty()) {
      new AuditStore(handle).insert(actor, AuditVerb.EDIT, object, changes);
    }
  }

  public static void deleted(Handle handle, Actor actor, AuditedObject object) {
    did(handle, actor, AuditVerb.DELETE, object);
  }

  /** Notes what was done without changing fields. */
  public static void did(Handle handle, Actor actor, AuditVerb verb, AuditedObject object) {
    new AuditStore(handle).insert(actor, verb, object, List.of());
  }

  /** The same, with what was said about it: the revision of a build that is started, … */
  public static void did(
      Handle handle, Actor actor, AuditVerb verb, AuditedObject object, AuditedFields facts) {
    new AuditStore(handle).insert(actor, verb, object, facts.since(new AuditedFields()));
  }

  /**
   * What was done, newest first.
   *
   * @param cursor the {@code next} of the page before
   * @param limit at most so many; 1 to {@link #MAX_LIMIT}
   */
  public AuditPage list(AuditFilter filter, Optional<Long> cursor, int limit) {
    int size = Math.clamp(limit, 1, MAX_LIMIT);
    // One more than asked for tells whether there is another page.
    List<AuditEntry> entries =
        database.withHandle(handle -> new AuditStore(handle).list(filter, cursor, size + 1));
    return entries.size() <= size
        ? new AuditPage(entries, Optional.empty())
        : new AuditPage(entries.subList(0, size), Optional.of(entries.get(size - 1).id()));
  }
}
