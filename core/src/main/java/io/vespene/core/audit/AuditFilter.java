package io.vespene.core.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are asked for; an empty part lets all pass.
 *
 * @param actor a name, whole
 * @param name what the object is called: a part of it, in capitals or not
 * @param from this moment and later
 * @param until before this moment
 */
public record AuditFilter(
    Optional<String> actor,
    Optional<AuditVerb> verb,
    Optional<ObjectType> type,
    Optional<Long> object,
    Optional<String> name,
    Optional<Instant> from,
    Optional<Instant> until) {
  public static final AuditFilter ALL =
      new AuditFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** What was done to this object. */
  public static AuditFilter of(ObjectType type, long object) {
    return new AuditFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.of(type),
        Optional.of(object),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
