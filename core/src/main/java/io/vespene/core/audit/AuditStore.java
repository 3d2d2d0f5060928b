package io.vespene.core.audit;

import io.vespene.core.database.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The statements about the audit log. */
final class AuditStore {
  private static final String BEFORE = "before";
  private static final String AFTER = "after";

  private final Handle handle;

  AuditStore(Handle handle) {
    this.handle = handle;
  }

  void insert(Actor actor, AuditVerb verb, AuditedObject object, List<FieldChange> changes) {
    handle
        .createUpdate(
            """
            INSERT INTO audit_entries (actor, channel, address, verb, object_type, object_id,
              object_name, changes)
            VALUES (:actor, :channel, :address, :verb, :type, :object, :name, :changes::json)
            """)
        .bind("actor", actor.name())
        .bind("channel", actor.channel())
        .bind("address", actor.address())
        .bind("verb", verb)
        .bind("type", object.type())
        .bind("object", object.id())
        .bind("name", object.name())
        .bind("changes", JsonColumn.write(column(changes)))
        .execute();
  }

  List<AuditEntry> list(AuditFilter filter, Optional<Long> cursor, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM audit_entries
            WHERE (:cursor::bigint IS NULL OR id < :cursor)
              AND (:actor::text IS NULL OR actor = :actor)
              AND (:verb::text IS NULL OR verb = :verb)
              AND (:type::text IS NULL OR object_type = :type)
              AND (:object::bigint IS NULL OR object_id = :object)
              AND (:name::text IS NULL OR strpos(lower(object_name), lower(:name)) > 0)
              AND (:from::timestamptz IS NULL OR at >= :from)
              AND (:until::timestamptz IS NULL OR at < :until)
            ORDER BY id DESC
            LIMIT :limit
            """)
        .bind("cursor", cursor)
        .bind("actor", filter.actor())
        .bind("verb", filter.verb())
        .bind("type", filter.type())
        .bind("object", filter.object())
        .bind("name", filter.name())
        .bind("from", filter.from().map(Timestamp::from))
        .bind("until", filter.until().map(Timestamp::from))
        .bind("limit", limit)
        .map((row, _) -> entry(row))
        .list();
  }

  private static Map<String, @Nullable Object> column(List<FieldChange> changes) {
    var column = new LinkedHashMap<String, @Nullable Object>();
    for (FieldChange change : changes) {
      var values = new LinkedHashMap<String, @Nullable Object>();
      change.before().ifPresent(before -> values.put(BEFORE, before));
      values.put(AFTER, change.after());
      column.put(change.field(), values);
    }
    return column;
  }

  private static List<FieldChange> changes(String column) {
    var changes = new ArrayList<FieldChange>();
    JsonColumn.read(column)
        .forEach((field, values) -> {
          Map<String, @Nullable Object> both = JsonColumn.object(values);
          changes.add(
              new FieldChange(
                  field,
                  Optional.ofNullable(both.get(BEFORE)).map(Object::toString),
                  String.valueOf(both.get(AFTER))));
        });
    return changes;
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        row.getTimestamp("at").toInstant(),
        new Actor(
            row.getString("actor"),
            Channel.valueOf(row.getString("channel")),
            row.getString("address")),
        AuditVerb.valueOf(row.getString("verb")),
        new AuditedObject(
            ObjectType.valueOf(row.getString("object_type")),
            row.getLong("object_id"),
            row.getString("object_name")),
        changes(row.getString("changes")));
  }
}
