package io.vespene.core.build;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statement that finds the builds around a build. */
final class NeighbourStore {
  private final Handle handle;

  NeighbourStore(Handle handle) {
    this.handle = handle;
  }

  BuildNeighbours find(long project, long build) {
    return handle
        .createQuery(
            """
            SELECT (SELECT id FROM builds WHERE project_id = :project AND id < :build
                    ORDER BY id DESC LIMIT 1) AS previous,
                   (SELECT id FROM builds WHERE project_id = :project AND id > :build
                    ORDER BY id LIMIT 1) AS next,
                   (SELECT id FROM builds
                    WHERE project_id = :project AND status = 'SUCCESS' AND id < :build
                    ORDER BY id DESC LIMIT 1) AS last_success
            """)
        .bind("project", project)
        .bind("build", build)
        .map((row, _) ->
            new BuildNeighbours(
                Optional.ofNullable(row.getObject("previous", Long.class)),
                Optional.ofNullable(row.getObject("next", Long.class)),
                Optional.ofNullable(row.getObject("last_success", Long.class))))
        .one();
  }
}
