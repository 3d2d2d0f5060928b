package io.vespene.core.pipeline;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements that begin runs, and find the run that a build continues. */
final class BeginStore {
  private final Handle handle;

  BeginStore(Handle handle) {
    this.handle = handle;
  }

  /** The pipeline that the project takes part in. */
  Optional<Long> pipelineOf(long project) {
    return handle
        .createQuery(
            """
            SELECT p.id FROM projects j JOIN pipelines p ON p.id = j.pipeline_id
            WHERE j.id = :project AND j.pipeline_enabled AND p.enabled
            """)
        .bind("project", project)
        .mapTo(Long.class)
        .findOne();
  }

  /** Makes those who begin runs of the pipeline come one after the other; whether it is enabled. */
  boolean lock(long pipeline) {
    return handle
        .createQuery("SELECT enabled FROM pipelines WHERE id = :pipeline FOR NO KEY UPDATE")
        .bind("pipeline", pipeline)
        .mapTo(Boolean.class)
        .findOne()
        .orElse(false);
  }

  /**
   * Where a build of the project, started now, belongs: the newest run with the project, if that
   * run is in the project's stage and not stopped for good, and the project has neither succeeded
   * there nor is being built. A build that the new one supersedes counts as gone.
   */
  Optional<RunPlace> findOpen(long project) {
    return handle
        .createQuery(
            """
            SELECT r.id, r.position
            FROM (
              SELECT run_id FROM pipeline_run_projects
              WHERE project_id = :project ORDER BY run_id DESC LIMIT 1) latest
            JOIN pipeline_runs r ON r.id = latest.run_id
            JOIN pipeline_run_stages s ON s.run_id = r.id AND s.position = r.position
            JOIN pipeline_run_projects m
              ON m.run_id = r.id AND m.position = r.position AND m.project_id = :project
            JOIN projects j ON j.id = m.project_id
            JOIN worker_pools w ON w.id = j.worker_pool_id
            LEFT JOIN LATERAL (
              SELECT b.status, b.worker_id, b.reason
              FROM pipeline_run_builds l JOIN builds b ON b.id = l.build_id
              WHERE l.run_id = m.run_id AND l.position = m.position AND l.project_id = m.project_id
              ORDER BY l.build_id DESC LIMIT 1) newest ON true
            WHERE r.status IN ('RUNNING', 'FAILURE') AND NOT m.due
              AND j.pipeline_id = r.pipeline_id AND j.stage_id = s.stage_id AND j.pipeline_enabled
              AND (newest.status IS NULL OR newest.status IN ('FAILURE', 'ABORTED', 'ORPHANED')
                OR (newest.status = 'QUEUED' AND newest.worker_id IS NULL
                    AND newest.reason IS NULL AND w.build_latest_only))
            """)
        .bind("project", project)
        .map((row, _) -> new RunPlace(row.getLong("id"), row.getInt("position")))
        .findOne();
  }

  /** The first stage of the pipeline that has projects which take part. */
  Optional<Integer> firstPosition(long pipeline) {
    return handle
        .createQuery(
            """
            SELECT min(a.position)
            FROM pipeline_stages a
            JOIN projects j ON j.pipeline_id = a.pipeline_id AND j.stage_id = a.stage_id
            WHERE a.pipeline_id = :pipeline AND j.pipeline_enabled
            """)
        .bind("pipeline", pipeline)
        .mapTo(Integer.class)
        .findOne();
  }

  boolean isAt(long project, int position) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
              SELECT FROM projects j
              JOIN pipeline_stages a
                ON a.pipeline_id = j.pipeline_id AND a.stage_id = j.stage_id
              WHERE j.id = :project AND a.position = :position)
            """)
        .bind("project", project)
        .bind("position", position)
        .mapTo(Boolean.class)
        .one();
  }

  /** A new run with the pipeline's stages as they are now, none of them started. */
  long insert(long pipeline, int position, String startedBy) {
    return handle
        .createQuery(
            """
            WITH run AS (
              INSERT INTO pipeline_runs (pipeline_id, position, started_by)
              VALUES (:pipeline, :position, :startedBy)
              RETURNING id
            ), stages AS (
              INSERT INTO pipeline_run_stages (run_id, position, stage_id, name)
              SELECT run.id, a.position, s.id, s.name
              FROM run, pipeline_stages a JOIN stages s ON s.id = a.stage_id
              WHERE a.pipeline_id = :pipeline
            )
            SELECT id FROM run
            """)
        .bind("pipeline", pipeline)
        .bind("position", position)
        .bind("startedBy", startedBy)
        .mapTo(Long.class)
        .one();
  }

  /**
   * Ends earlier runs that only wait for somebody to build the rest of their first stage. One that
   * is just being moved on is left alone: it waits no more.
   */
  void endWaiting(long pipeline, long by) {
    handle
        .createUpdate(
            """
            UPDATE pipeline_runs SET status = 'ABORTED', ended_at = now(),
              reason = 'superseded by run ' || :by
            WHERE id IN (
              SELECT r.id FROM pipeline_runs r
              WHERE r.pipeline_id = :pipeline AND r.status = 'RUNNING' AND r.id < :by
                AND NOT EXISTS (
                  SELECT FROM pipeline_run_projects m WHERE m.run_id = r.id AND m.due)
                AND NOT EXISTS (
                  SELECT FROM pipeline_run_builds l JOIN builds b ON b.id = l.build_id
                  WHERE l.run_id = r.id AND l.position = r.position AND b.ended_at IS NULL)
              FOR UPDATE SKIP LOCKED)
            """)
        .bind("pipeline", pipeline)
        .bind("by", by)
        .execute();
  }
}
