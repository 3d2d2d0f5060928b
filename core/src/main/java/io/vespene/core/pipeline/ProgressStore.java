package io.vespene.core.pipeline;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements that move runs on. */
final class ProgressStore {
  /** A run that nobody else can move now. */
  record LockedRun(long id, long pipeline, int position, RunStatus status) {}

  private final Handle handle;

  ProgressStore(Handle handle) {
    this.handle = handle;
  }

  List<Long> runsOf(Collection<Long> builds) {
    return handle
        .createQuery(
            "SELECT DISTINCT run_id FROM pipeline_run_builds WHERE build_id = ANY(:builds)")
        .bindArray("builds", Long.class, builds.toArray())
        .mapTo(Long.class)
        .list();
  }

  /** Locks the runs, always in the same order, so that no two transactions wait for each other. */
  List<LockedRun> lock(Collection<Long> runs) {
    return handle
        .createQuery(
            """
            SELECT id, pipeline_id, position, status FROM pipeline_runs
            WHERE id = ANY(:runs) ORDER BY id FOR UPDATE
            """)
        .bindArray("runs", Long.class, runs.toArray())
        .map((row, _) ->
            new LockedRun(
                row.getLong("id"),
                row.getLong("pipeline_id"),
                row.getInt("position"),
                RunStatus.valueOf(row.getString("status"))))
        .list();
  }

  /** The projects that the run waits for or waited for in the stage it has reached. */
  List<RunMember> members(long run) {
    return handle
        .createQuery(
            """
            SELECT j.name, m.due, newest.id AS build, newest.ended_at IS NOT NULL AS ended,
              newest.status = 'SUCCESS' AS succeeded, coalesce(newest.reason, '') AS reason
            FROM pipeline_runs r
            JOIN pipeline_run_stages s ON s.run_id = r.id AND s.position = r.position
            JOIN pipeline_run_projects m ON m.run_id = r.id AND m.position = r.position
            JOIN projects j ON j.id = m.project_id
            LEFT JOIN LATERAL (
              SELECT b.id, b.status, b.reason, b.ended_at
              FROM pipeline_run_builds l JOIN builds b ON b.id = l.build_id
              WHERE l.run_id = m.run_id AND l.position = m.position
                AND l.project_id = m.project_id
              ORDER BY l.build_id DESC LIMIT 1) newest ON true
            WHERE r.id = :run
              AND j.pipeline_id = r.pipeline_id AND j.stage_id = s.stage_id AND j.pipeline_enabled
            ORDER BY newest.ended_at, newest.id
            """)
        .bind("run", run)
        .map((row, _) -> {
          Optional<RunMember.NewestBuild> newest =
              Optional.ofNullable(row.getObject("build", Long.class)).isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      new RunMember.NewestBuild(
                          row.getLong("build"),
                          row.getBoolean("ended"),
                          row.getBoolean("succeeded"),
                          row.getString("reason")));
          return new RunMember(row.getString("name"), row.getBoolean("due"), newest);
        })
        .list();
  }

  /** The next stage that has projects which take part. */
  Optional<Integer> nextPosition(long run) {
    return handle
        .createQuery(
            """
            SELECT s.position
            FROM pipeline_runs r
            JOIN pipeline_run_stages s ON s.run_id = r.id AND s.position > r.position
            WHERE r.id = :run AND EXISTS (
              SELECT FROM projects j
              WHERE j.pipeline_id = r.pipeline_id AND j.stage_id = s.stage_id
                AND j.pipeline_enabled)
            ORDER BY s.position
            LIMIT 1
            """)
        .bind("run", run)
        .mapTo(Integer.class)
        .findOne();
  }

  boolean isEnabled(long pipeline) {
    return handle
        .createQuery("SELECT EXISTS (SELECT FROM pipelines WHERE id = :pipeline AND enabled)")
        .bind("pipeline", pipeline)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Brings the run to a stage whose projects are to be queued, or built by whoever wants.
   *
   * @return false if the stage was started before
   */
  boolean startStage(long run, int position, boolean due) {
    int started =
        handle
            .createUpdate(
                """
                WITH stage AS (
                  UPDATE pipeline_run_stages SET started_at = now()
                  WHERE run_id = :run AND position = :position AND started_at IS NULL
                  RETURNING run_id, position, stage_id
                ), members AS (
                  INSERT INTO pipeline_run_projects (run_id, position, project_id, due)
                  SELECT s.run_id, s.position, j.id, :due
                  FROM stage s
                  JOIN pipeline_runs r ON r.id = s.run_id
                  JOIN projects j ON j.pipeline_id = r.pipeline_id AND j.stage_id = s.stage_id
                  WHERE j.pipeline_enabled
                )
                UPDATE pipeline_runs r SET position = s.position FROM stage s WHERE r.id = s.run_id
                """)
            .bind("run", run)
            .bind("position", position)
            .bind("due", due)
            .execute();
    return started == 1;
  }

  boolean isDue(DueBuild due) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
              SELECT FROM pipeline_run_projects
              WHERE run_id = :run AND position = :position AND project_id = :project AND due)
            """)
        .bind("run", due.place().run())
        .bind("position", due.place().position())
        .bind("project", due.project())
        .mapTo(Boolean.class)
        .one();
  }

  /** Ends the run; nothing of it is due any more. */
  void end(long run, RunStatus status, String reason, Optional<Long> build) {
    handle
        .createUpdate(
            """
            UPDATE pipeline_runs SET status = :status, reason = :reason, ended_at = now(),
              ended_by = :build
            WHERE id = :run AND status = 'RUNNING'
            """)
        .bind("run", run)
        .bind("status", status)
        .bind("reason", reason)
        .bind("build", build)
        .execute();
    handle
        .createUpdate("UPDATE pipeline_run_projects SET due = false WHERE run_id = :run AND due")
        .bind("run", run)
        .execute();
  }

  void reopen(long run) {
    handle
        .createUpdate(
            """
            UPDATE pipeline_runs SET status = 'RUNNING', reason = NULL, ended_at = NULL,
              ended_by = NULL
            WHERE id = :run AND status = 'FAILURE'
            """)
        .bind("run", run)
        .execute();
  }

  void attach(RunPlace place, long project, long build) {
    handle
        .createUpdate(
            """
            INSERT INTO pipeline_run_builds (build_id, run_id, position, project_id)
            VALUES (:build, :run, :position, :project)
            """)
        .bind("build", build)
        .bind("run", place.run())
        .bind("position", place.position())
        .bind("project", project)
        .execute();
  }

  /** The build that is started in the place of another belongs where that one did. */
  void attachRetry(long lost, long retry) {
    handle
        .createUpdate(
            """
            INSERT INTO pipeline_run_builds (build_id, run_id, position, project_id)
            SELECT :retry, run_id, position, project_id FROM pipeline_run_builds
            WHERE build_id = :lost
            """)
        .bind("lost", lost)
        .bind("retry", retry)
        .execute();
  }

  /** Runs of which nothing is due and nothing is being built: somebody may wait for nothing. */
  List<Long> idle() {
    return handle
        .createQuery(
            """
            SELECT r.id FROM pipeline_runs r
            WHERE r.status = 'RUNNING'
              AND NOT EXISTS (
                SELECT FROM pipeline_run_projects m WHERE m.run_id = r.id AND m.due)
              AND NOT EXISTS (
                SELECT FROM pipeline_run_builds l JOIN builds b ON b.id = l.build_id
                WHERE l.run_id = r.id AND l.position = r.position AND b.ended_at IS NULL)
            """)
        .mapTo(Long.class)
        .list();
  }
}
