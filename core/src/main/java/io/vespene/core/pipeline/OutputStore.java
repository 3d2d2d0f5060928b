package io.vespene.core.pipeline;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The statement that finds the output variables of runs. */
final class OutputStore {
  private final Handle handle;

  OutputStore(Handle handle) {
    this.handle = handle;
  }

  /** Those of builds that succeeded in earlier stages of the run, the oldest first. */
  List<RunOutputs.Output> before(RunPlace place) {
    return handle
        .createQuery(
            """
            SELECT b.id, p.name AS project, o.name, o.value
            FROM pipeline_run_builds l
            JOIN builds b ON b.id = l.build_id
            JOIN projects p ON p.id = b.project_id
            JOIN build_output_variables o ON o.build_id = b.id
            WHERE l.run_id = :run AND l.position < :position AND b.status = 'SUCCESS'
            ORDER BY l.position, b.id, o.name
            """)
        .bind("run", place.run())
        .bind("position", place.position())
        .map((row, _) ->
            new RunOutputs.Output(
                row.getLong("id"),
                row.getString("project"),
                row.getString("name"),
                row.getString("value")))
        .list();
  }
}
