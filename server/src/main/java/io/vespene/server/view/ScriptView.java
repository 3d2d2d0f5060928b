package io.vespene.server.view;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a build runs or would run, as pages show it.
 *
 * @param script without secrets; after a template error the template
 * @param failure the line that is wrong, with a mark
 * @param outputVariables what the script handed on
 */
public record ScriptView(
    String script,
    Optional<String> failure,
    List<VariableRow> variables,
    Map<String, String> outputVariables) {
  public ScriptView {
    variables = List.copyOf(variables);
    outputVariables = Collections.unmodifiableMap(new TreeMap<>(outputVariables));
  }
}
