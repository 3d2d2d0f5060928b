package io.vespene.core.worker;

import io.vespene.core.build.EngineSettings;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads workers for people. */
final class WorkerStore {
  private final Handle handle;
  private final EngineSettings settings;

  WorkerStore(Handle handle, EngineSettings settings) {
    this.handle = handle;
    this.settings = settings;
  }

  /**
   * Workers by name.
   *
   * @param only when present, just this one
   */
  List<Worker> list(Optional<Long> only) {
    return handle
        .createQuery(
            """
            SELECT w.*,
                   CASE WHEN w.left_at IS NOT NULL OR w.registered_at IS NULL THEN 'LEFT'
                        WHEN w.last_seen_at < now() - make_interval(secs => granted.lost_after)
                          THEN 'LOST'
                        WHEN w.last_seen_at < now() - make_interval(secs => :unreachableSeconds)
                          THEN 'UNREACHABLE'
                        WHEN w.draining OR w.drain_asked THEN 'DRAINING'
                        ELSE 'ONLINE' END AS status,
                   granted.served,
                   ARRAY(SELECT b.id FROM builds b
                         WHERE b.worker_id = w.id AND b.ended_at IS NULL ORDER BY b.id) AS builds
            FROM workers w
            CROSS JOIN LATERAL (
              SELECT coalesce(min(p.lost_after_seconds), 300) AS lost_after,
                     array_remove(array_agg(
                       CASE WHEN g.serving AND t.revoked_at IS NULL THEN p.name END
                       ORDER BY p.name), NULL) AS served
              FROM worker_grants g
              JOIN worker_pools p ON p.id = g.worker_pool_id
              JOIN pool_tokens t ON t.id = g.pool_token_id
              WHERE g.worker_id = w.id) granted
            WHERE :only::bigint IS NULL OR w.id = :only
            ORDER BY w.name
            """)
        .bind("only", only)
        .bind("unreachableSeconds", settings.unreachableAfter().toMillis() / 1000.0)
        .map((row, _) -> worker(row))
        .list();
  }

  Optional<Long> findId(String name) {
    return handle
        .createQuery("SELECT id FROM workers WHERE name = :name")
        .bind("name", name)
        .mapTo(Long.class)
        .findOne();
  }

  private Worker worker(ResultSet row) throws SQLException {
    return new Worker(
        row.getLong("id"),
        row.getString("name"),
        WorkerStatus.valueOf(row.getString("status")),
        row.getString("host_name"),
        row.getInt("file_port"),
        row.getString("version"),
        isOtherVersion(row),
        row.getString("operating_system"),
        row.getInt("slots"),
        row.getInt("free_slots"),
        row.getLong("disk_free_bytes"),
        row.getBoolean("drain_asked"),
        row.getTimestamp("enrolled_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("registered_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getTimestamp("last_seen_at")).map(Timestamp::toInstant),
        elements(row.getArray("served"), String[].class),
        elements(row.getArray("builds"), Long[].class));
  }

  /** One that has never started has none. */
  private boolean isOtherVersion(ResultSet row) throws SQLException {
    return row.getTimestamp("registered_at") != null
        && !row.getString("version").equals(settings.version());
  }

  private static <T> List<T> elements(Array column, Class<T[]> type) throws SQLException {
    return column == null ? List.of() : List.of(type.cast(column.getArray()));
  }
}
