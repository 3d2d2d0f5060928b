package io.vespene.core.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements that read runs. */
final class RunStore {
  private final Handle handle;

  RunStore(Handle handle) {
    this.handle = handle;
  }

  Optional<PipelineRun> find(long id) {
    return handle
        .createQuery(
            """
            SELECT r.*, p.name AS pipeline_name, s.name AS stage_name, j.name AS ended_by_project
            FROM pipeline_runs r
            JOIN pipelines p ON p.id = r.pipeline_id
            JOIN pipeline_run_stages s ON s.run_id = r.id AND s.position = r.position
            LEFT JOIN builds b ON b.id = r.ended_by
            LEFT JOIN projects j ON j.id = b.project_id
            WHERE r.id = :id
            """)
        .bind("id", id)
        .map((row, _) -> run(row))
        .findOne();
  }

  /** At most {@code limit} runs of the pipeline below {@code cursor}, newest first. */
  List<PipelineRun> list(long pipeline, Optional<Long> cursor, int limit) {
    return handle
        .createQuery(
            """
            SELECT r.*, p.name AS pipeline_name, s.name AS stage_name, j.name AS ended_by_project
            FROM pipeline_runs r
            JOIN pipelines p ON p.id = r.pipeline_id
            JOIN pipeline_run_stages s ON s.run_id = r.id AND s.position = r.position
            LEFT JOIN builds b ON b.id = r.ended_by
            LEFT JOIN projects j ON j.id = b.project_id
            WHERE r.pipeline_id = :pipeline AND (:cursor::bigint IS NULL OR r.id < :cursor)
            ORDER BY r.id DESC
            LIMIT :limit
            """)
        .bind("pipeline", pipeline)
        .bind("cursor", cursor)
        .bind("limit", limit)
        .map((row, _) -> run(row))
        .list();
  }

  /** The newest run of each of these pipelines, if there is one; of this status, if it is given. */
  List<PipelineRun> newest(Collection<Long> pipelines, Optional<RunStatus> status) {
    return handle
        .createQuery(
            """
            SELECT r.*, p.name AS pipeline_name, s.name AS stage_name, j.name AS ended_by_project
            FROM pipelines p
            CROSS JOIN LATERAL (
              SELECT * FROM pipeline_runs
              WHERE pipeline_id = p.id AND (:status::text IS NULL OR status = :status)
              ORDER BY id DESC LIMIT 1) r
            JOIN pipeline_run_stages s ON s.run_id = r.id AND s.position = r.position
            LEFT JOIN builds b ON b.id = r.ended_by
            LEFT JOIN projects j ON j.id = b.project_id
            WHERE p.id = ANY(:pipelines)
            """)
        .bindArray("pipelines", Long.class, pipelines.toArray())
        .bind("status", status.map(RunStatus::name))
        .map((row, _) -> run(row))
        .list();
  }

  Optional<Long> runOf(long build) {
    return handle
        .createQuery("SELECT run_id FROM pipeline_run_builds WHERE build_id = :build")
        .bind("build", build)
        .mapTo(Long.class)
        .findOne();
  }

  int projects(long pipeline) {
    return handle
        .createQuery("SELECT count(*) FROM projects WHERE pipeline_id = :pipeline")
        .bind("pipeline", pipeline)
        .mapTo(Integer.class)
        .one();
  }

  /** Runs that can be stopped: those that run, and those that failed while others of it go on. */
  List<Long> stoppable(long pipeline) {
    return handle
        .createQuery(
            """
            SELECT r.id FROM pipeline_runs r
            WHERE r.pipeline_id = :pipeline
              AND (r.status = 'RUNNING' OR (r.status = 'FAILURE' AND EXISTS (
                SELECT FROM pipeline_run_builds l JOIN builds b ON b.id = l.build_id
                WHERE l.run_id = r.id AND b.ended_at IS NULL)))
            ORDER BY r.id
            """)
        .bind("pipeline", pipeline)
        .mapTo(Long.class)
        .list();
  }

  List<Long> openBuilds(long run) {
    return handle
        .createQuery(
            """
            SELECT b.id FROM pipeline_run_builds l JOIN builds b ON b.id = l.build_id
            WHERE l.run_id = :run AND b.ended_at IS NULL
            ORDER BY b.id
            """)
        .bind("run", run)
        .mapTo(Long.class)
        .list();
  }

  /** Removes runs that have ended and of whose builds nothing is left. */
  int deleteForgotten() {
    return handle
        .createUpdate(
            """
            DELETE FROM pipeline_runs r
            WHERE r.status <> 'RUNNING' AND r.ended_at < now() - interval '1 day'
              AND NOT EXISTS (SELECT FROM pipeline_run_builds l WHERE l.run_id = r.id)
            """)
        .execute();
  }

  private static PipelineRun run(ResultSet row) throws SQLException {
    return new PipelineRun(
        row.getLong("id"),
        row.getLong("pipeline_id"),
        row.getString("pipeline_name"),
        RunStatus.valueOf(row.getString("status")),
        row.getString("stage_name"),
        row.getString("started_by"),
        row.getTimestamp("started_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getString("reason")),
        endedBy(row));
  }

  private static Optional<PipelineRun.EndedBy> endedBy(ResultSet row) throws SQLException {
    String project = row.getString("ended_by_project");
    return project == null
        ? Optional.empty()
        : Optional.of(new PipelineRun.EndedBy(row.getLong("ended_by"), project));
  }
}
