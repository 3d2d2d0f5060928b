package io.vespene.core.audit;

import java.time.Instant;
import java.util.List;

/**
 * One thing that somebody did.
 *
 * @param changes of an edit the fields that changed, of a creation those that were given
 */
public record AuditEntry(
    long id,
    Instant at,
    Actor actor,
    AuditVerb verb,
    AuditedObject object,
    List<FieldChange> changes) {
  public AuditEntry {
    changes = List.copyOf(changes);
  }
}
