package io.vespene.server.page;

import io.vespene.core.variable.ObjectVariables;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a form that hold variables. */
record VariableFields(JsonMapper json) {
  private static final String OWN = "variables";
  private static final String SETS = "variable_sets";

  /** What was typed. */
  ObjectVariables read(FormReader typed) {
    return new ObjectVariables(typed.object(OWN, json), typed.names(SETS));
  }

  void show(ObjectVariables variables, Map<String, String> values) {
    values.put(OWN, text(variables.own()));
    values.put(SETS, String.join(", ", variables.sets()));
  }

  /** Variables to be read and edited; nothing when there are none. */
  String text(Map<String, @Nullable Object> variables) {
    return variables.isEmpty()
        ? ""
        : json.writerWithDefaultPrettyPrinter().writeValueAsString(variables);
  }
}
