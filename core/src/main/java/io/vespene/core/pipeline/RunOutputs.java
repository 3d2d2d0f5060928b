package io.vespene.core.pipeline;

import io.vespene.core.database.Database;
import io.vespene.core.variable.Level;
import io.vespene.core.variable.Origin;
import io.vespene.core.variable.VariableLayer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What earlier stages of a run hand on to later ones; nothing of other runs is among it. */
public final class RunOutputs {
  private RunOutputs() {}

  private record Output(long build, String project, String name, String value) {}

  /**
   * The output variables that builds of this stage see, a layer for each build that set some: the
   * later stage beats the earlier, in one stage the newer build the older.
   */
  public static List<VariableLayer> before(Database database, RunPlace place) {
    var values = new LinkedHashMap<Origin, List<Output>>();
    for (Output output : database.withHandle(handle -> read(handle, place))) {
      var origin = Origin.of(Level.OUTPUT_VARIABLES, output.project() + " #" + output.build());
      values.computeIfAbsent(origin, _ -> new ArrayList<>()).add(output);
    }
    var list = new ArrayList<VariableLayer>();
    values.forEach((origin, outputs) -> list.add(layer(origin, outputs)));
    return List.copyOf(list);
  }

  private static VariableLayer layer(Origin origin, List<Output> outputs) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    outputs.forEach(output -> values.put(output.name(), output.value()));
    return new VariableLayer(origin, false, values);
  }

  private static List<Output> read(Handle handle, RunPlace place) {
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
            new Output(
                row.getLong("id"),
                row.getString("project"),
                row.getString("name"),
                row.getString("value")))
        .list();
  }
}
