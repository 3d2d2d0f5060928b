package io.vespene.core.pipeline;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements about what is still to be queued. */
final class DueStore {
  private final Handle handle;

  DueStore(Handle handle) {
    this.handle = handle;
  }

  List<DueBuild> list() {
    return handle
        .createQuery(
            """
            SELECT m.run_id, m.position, m.project_id, p.name
            FROM pipeline_run_projects m
            JOIN pipeline_runs r ON r.id = m.run_id
            JOIN pipelines p ON p.id = r.pipeline_id
            WHERE m.due
            ORDER BY m.run_id, m.project_id
            """)
        .map((row, _) ->
            new DueBuild(
                new RunPlace(row.getLong("run_id"), row.getInt("position")),
                row.getLong("project_id"),
                row.getString("name")))
        .list();
  }

  /**
   * Makes the build due no more.
   *
   * @return whether its project still takes part there; empty if the build was not due
   */
  Optional<Boolean> take(DueBuild due) {
    return handle
        .createQuery(
            """
            UPDATE pipeline_run_projects m SET due = false
            WHERE m.run_id = :run AND m.position = :position AND m.project_id = :project
              AND m.due
            RETURNING EXISTS (
              SELECT FROM projects j
              JOIN pipeline_runs r ON r.id = m.run_id AND r.pipeline_id = j.pipeline_id
              JOIN pipeline_run_stages s
                ON s.run_id = m.run_id AND s.position = m.position AND s.stage_id = j.stage_id
              WHERE j.id = m.project_id AND j.pipeline_enabled)
            """)
        .bind("run", due.place().run())
        .bind("position", due.place().position())
        .bind("project", due.project())
        .mapTo(Boolean.class)
        .findOne();
  }
}
