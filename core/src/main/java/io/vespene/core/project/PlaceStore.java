package io.vespene.core.project;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements that look for places in pipelines. */
final class PlaceStore {
  private final Handle handle;

  PlaceStore(Handle handle) {
    this.handle = handle;
  }

  /** The names of the pipeline's stages, in order; empty if there is no such pipeline. */
  Optional<List<String>> stages(String pipeline) {
    boolean known =
        handle
            .createQuery("SELECT EXISTS (SELECT FROM pipelines WHERE name = :pipeline)")
            .bind("pipeline", pipeline)
            .mapTo(Boolean.class)
            .one();
    return known ? Optional.of(stagesOfKnown(pipeline)) : Optional.empty();
  }

  private List<String> stagesOfKnown(String pipeline) {
    return handle
        .createQuery(
            """
            SELECT s.name
            FROM pipelines p
            JOIN pipeline_stages a ON a.pipeline_id = p.id
            JOIN stages s ON s.id = a.stage_id
            WHERE p.name = :pipeline
            ORDER BY a.position
            """)
        .bind("pipeline", pipeline)
        .mapTo(String.class)
        .list();
  }
}
