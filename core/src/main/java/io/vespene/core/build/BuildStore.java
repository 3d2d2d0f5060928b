package io.vespene.core.build;

import io.vespene.core.database.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/** The statements that read builds. */
final class BuildStore {
  private final Handle handle;

  BuildStore(Handle handle) {
    this.handle = handle;
  }

  Optional<Build> find(long id) {
    return handle
        .createQuery(
            """
            SELECT b.*, p.name AS project_name, w.name AS pool_name, k.name AS worker_name
            FROM builds b
            JOIN projects p ON p.id = b.project_id
            JOIN worker_pools w ON w.id = b.worker_pool_id
            LEFT JOIN workers k ON k.id = b.worker_id
            WHERE b.id = :id
            """)
        .bind("id", id)
        .map((row, _) -> build(row))
        .findOne();
  }

  /** At most {@code limit} builds below {@code cursor}, newest first. Needs a transaction. */
  List<Build> list(BuildFilter filter, Optional<Long> cursor, int limit) {
    // A plan made for all filters alike would read the whole history for a rare status.
    handle.execute("SET LOCAL plan_cache_mode = force_custom_plan");
    return handle
        .createQuery(
            """
            SELECT b.*, p.name AS project_name, w.name AS pool_name, k.name AS worker_name
            FROM builds b
            JOIN projects p ON p.id = b.project_id
            JOIN worker_pools w ON w.id = b.worker_pool_id
            LEFT JOIN workers k ON k.id = b.worker_id
            WHERE (:status::text IS NULL OR b.status = :status)
              AND (:project::bigint IS NULL OR b.project_id = :project)
              AND (:pool::bigint IS NULL OR b.worker_pool_id = :pool)
              AND (:worker::bigint IS NULL OR b.worker_id = :worker)
              AND (:cursor::bigint IS NULL OR b.id < :cursor)
            ORDER BY b.id DESC
            LIMIT :limit
            """)
        .bind("status", filter.status().map(BuildStatus::name))
        .bind("project", filter.project())
        .bind("pool", filter.pool())
        .bind("worker", filter.worker())
        .bind("cursor", cursor)
        .bind("limit", limit)
        .map((row, _) -> build(row))
        .list();
  }

  Optional<BuildInputs> findInputs(long id) {
    return handle
        .createQuery("SELECT * FROM build_inputs WHERE build_id = :id")
        .bind("id", id)
        .map((row, _) ->
            new BuildInputs(
                row.getString("script"),
                OriginColumn.read(
                    row.getString("origins"), JsonColumn.read(row.getString("variables"))),
                Optional.ofNullable(row.getString("failure")),
                row.getString("scm_type"),
                row.getString("repo_url"),
                row.getString("repo_branch"),
                Optional.ofNullable(row.getString("revision")),
                row.getBoolean("submodules"),
                row.getInt("timeout_minutes")))
        .findOne();
  }

  Map<String, String> outputVariables(long id) {
    return handle
        .createQuery(
            "SELECT name, value FROM build_output_variables WHERE build_id = :id ORDER BY name")
        .bind("id", id)
        .setMapKeyColumn("name")
        .setMapValueColumn("value")
        .collectInto(new GenericType<Map<String, String>>() {});
  }

  private static Build build(ResultSet row) throws SQLException {
    return new Build(
        row.getLong("id"),
        new Named(row.getLong("project_id"), row.getString("project_name")),
        new Named(row.getLong("worker_pool_id"), row.getString("pool_name")),
        BuildStatus.valueOf(row.getString("status")),
        row.getInt("priority"),
        row.getString("requested_by"),
        Optional.ofNullable(row.getString("reason")),
        row.getTimestamp("queued_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("started_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
        worker(row),
        row.getInt("claim_epoch"),
        Optional.ofNullable(row.getString("stop_reason")),
        Optional.ofNullable(row.getObject("exit_code", Integer.class)),
        Optional.ofNullable(row.getObject("superseded_by", Long.class)),
        Optional.ofNullable(row.getObject("retry_of", Long.class)),
        checkedOut(row),
        new LogSize(
            row.getLong("next_sequence"), row.getLong("log_lines"), row.getLong("log_bytes")));
  }

  private static Optional<Named> worker(ResultSet row) throws SQLException {
    String name = row.getString("worker_name");
    return name == null ? Optional.empty() : Optional.of(new Named(row.getLong("worker_id"), name));
  }

  private static Optional<Revision> checkedOut(ResultSet row) throws SQLException {
    String revision = row.getString("revision");
    return revision == null
        ? Optional.empty()
        : Optional.of(
            new Revision(
                revision,
                row.getString("author"),
                row.getString("commit_message"),
                row.getString("branch")));
  }
}
