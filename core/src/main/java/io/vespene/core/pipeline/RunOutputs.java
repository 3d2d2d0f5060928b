package io.vespene.core.pipeline;

import io.vespene.core.database.Database;
import io.vespene.core.variable.Level;
import io.vespene.core.variable.Origin;
import io.vespene.core.variable.VariableLayer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What earlier stages of a run hand on to later ones; nothing of other runs is among it. */
public final class RunOutputs {
  private RunOutputs() {}

  record Output(long build, String project, String name, String value) {}

  /**
   * The output variables that builds of this stage see, a layer for each build that set some: the
   * later stage beats the earlier, in one stage the newer build the older.
   */
  public static List<VariableLayer> before(Database database, RunPlace place) {
    var values = new LinkedHashMap<Origin, List<Output>>();
    for (Output output : database.withHandle(handle -> new OutputStore(handle).before(place))) {
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
}
