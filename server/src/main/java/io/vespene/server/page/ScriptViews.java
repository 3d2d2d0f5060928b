package io.vespene.server.page;

import io.vespene.core.build.BuildInputs;
import io.vespene.core.script.FinishedScript;
import io.vespene.core.script.ScriptFailure;
import io.vespene.core.variable.ResolvedVariable;
import io.vespene.server.view.ScriptView;
import io.vespene.server.view.VariableRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Scripts and their variables for pages. */
record ScriptViews(JsonMapper json) {
  ScriptView of(BuildInputs inputs, Map<String, String> outputVariables) {
    return new ScriptView(
        inputs.script(), inputs.failure(), rows(inputs.variables()), outputVariables);
  }

  ScriptView preview(FinishedScript script) {
    return new ScriptView(
        script.shownText(),
        script.failure().map(ScriptFailure::picture),
        rows(script.variables().shown()),
        Map.of());
  }

  private List<VariableRow> rows(List<ResolvedVariable> variables) {
    return variables.stream().map(this::row).toList();
  }

  private VariableRow row(ResolvedVariable variable) {
    return new VariableRow(
        variable.name(),
        text(variable.value()),
        variable.origin().words(),
        variable.shadowed().stream()
            .map(beaten -> new VariableRow.Shadowed(text(beaten.value()), beaten.origin().words()))
            .toList());
  }

  /** Texts as they are, everything else as JSON. */
  private String text(@Nullable Object value) {
    return value instanceof String text ? text : json.writeValueAsString(value);
  }
}
