package io.vespene.core.build;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads projects with their latest builds: a few index look-ups per project, no history. */
final class ProjectBoardStore {
  private final Handle handle;

  ProjectBoardStore(Handle handle) {
    this.handle = handle;
  }

  /**
   * Projects by name.
   *
   * @param only when present, just this one
   */
  List<ProjectOverview> list(Optional<Long> only) {
    Map<Long, List<BuildSummary>> open = openBuilds(only);
    return handle
        .createQuery(
            """
            SELECT p.id, p.name, p.description, p.scm_type, p.repo_url, p.created_by,
                   w.id AS pool_id, w.name AS pool_name,
                   l.id AS last_id, l.status AS last_status, l.requested_by AS last_requested_by,
                   l.reason AS last_reason, l.queued_at AS last_queued_at,
                   l.started_at AS last_started_at, l.ended_at AS last_ended_at,
                   s.id AS good_id, s.status AS good_status, s.requested_by AS good_requested_by,
                   s.reason AS good_reason, s.queued_at AS good_queued_at,
                   s.started_at AS good_started_at, s.ended_at AS good_ended_at
            FROM projects p
            JOIN worker_pools w ON w.id = p.worker_pool_id
            LEFT JOIN LATERAL (
              SELECT id, status, requested_by, reason, queued_at, started_at, ended_at FROM builds
              WHERE project_id = p.id AND ended_at IS NOT NULL ORDER BY id DESC LIMIT 1) l ON true
            LEFT JOIN LATERAL (
              SELECT id, status, requested_by, reason, queued_at, started_at, ended_at FROM builds
              WHERE project_id = p.id AND status = 'SUCCESS' ORDER BY id DESC LIMIT 1) s ON true
            WHERE :only::bigint IS NULL OR p.id = :only
            ORDER BY p.name
            """)
        .bind("only", only)
        .map((row, _) ->
            new ProjectOverview(
                new Named(row.getLong("id"), row.getString("name")),
                row.getString("description"),
                new Named(row.getLong("pool_id"), row.getString("pool_name")),
                row.getString("scm_type"),
                row.getString("repo_url"),
                row.getString("created_by"),
                summary(row, "last_"),
                summary(row, "good_"),
                open.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  /** The latest builds that have ended, newest first, by project. */
  Map<Long, List<BuildSummary>> ended(Collection<Long> projects, int limit) {
    var ended = new HashMap<Long, List<BuildSummary>>();
    handle
        .createQuery(
            """
            SELECT b.project_id, b.id, b.status, b.requested_by, b.reason, b.queued_at,
                   b.started_at, b.ended_at
            FROM unnest(:projects) AS wanted (id)
            CROSS JOIN LATERAL (
              SELECT * FROM builds
              WHERE project_id = wanted.id AND ended_at IS NOT NULL
              ORDER BY id DESC LIMIT :limit) b
            ORDER BY b.project_id, b.id DESC
            """)
        .bindArray("projects", Long.class, projects)
        .bind("limit", limit)
        .map((row, _) -> Map.entry(row.getLong("project_id"), summary(row, "").orElseThrow()))
        .forEach(entry ->
            ended.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>()).add(entry.getValue()));
    return ended;
  }

  private Map<Long, List<BuildSummary>> openBuilds(Optional<Long> only) {
    var open = new HashMap<Long, List<BuildSummary>>();
    handle
        .createQuery(
            """
            SELECT project_id, id, status, requested_by, reason, queued_at, started_at, ended_at
            FROM (
              SELECT project_id, id, status, requested_by, reason, queued_at, started_at, ended_at,
                     row_number() OVER (
                       PARTITION BY project_id ORDER BY (status = 'QUEUED'), id) AS place
              FROM builds
              WHERE ended_at IS NULL AND (:only::bigint IS NULL OR project_id = :only)) placed
            WHERE place <= :limit
            ORDER BY project_id, place
            """)
        .bind("only", only)
        .bind("limit", ProjectOverview.MAX_ACTIVE)
        .map((row, _) -> Map.entry(row.getLong("project_id"), summary(row, "").orElseThrow()))
        .forEach(entry ->
            open.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>()).add(entry.getValue()));
    return open;
  }

  private static Optional<BuildSummary> summary(ResultSet row, String prefix) throws SQLException {
    String status = row.getString(prefix + "status");
    return status == null
        ? Optional.empty()
        : Optional.of(
            new BuildSummary(
                row.getLong(prefix + "id"),
                BuildStatus.valueOf(status),
                row.getString(prefix + "requested_by"),
                Optional.ofNullable(row.getString(prefix + "reason")),
                row.getTimestamp(prefix + "queued_at").toInstant(),
                Optional.ofNullable(row.getTimestamp(prefix + "started_at"))
                    .map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp(prefix + "ended_at"))
                    .map(Timestamp::toInstant)));
  }
}
