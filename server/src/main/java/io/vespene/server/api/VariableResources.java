package io.vespene.server.api;

import io.vespene.core.project.Project;
import io.vespene.core.script.FinishedScript;
import io.vespene.core.script.ScriptFailure;
import io.vespene.core.variable.Level;
import io.vespene.core.variable.ResolvedVariable;
import io.vespene.protocol.rest.PreviewResource;
import io.vespene.protocol.rest.TemplateFailure;
import io.vespene.protocol.rest.VariableOrigin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Variables of builds as the REST API tells them. */
final class VariableResources {
  private VariableResources() {}

  static Map<String, Object> values(List<ResolvedVariable> variables) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    variables.forEach(variable -> values.put(variable.name(), variable.value()));
    return JsonValues.of(values);
  }

  static Map<String, VariableOrigin> origins(List<ResolvedVariable> variables) {
    var origins = new LinkedHashMap<String, VariableOrigin>();
    variables.forEach(variable -> origins.put(variable.name(), origin(variable)));
    return origins;
  }

  static PreviewResource preview(Project project, FinishedScript script) {
    Optional<ScriptFailure> failure = script.failure();
    List<ResolvedVariable> variables = script.variables().shown();
    return new PreviewResource(
        project.name(),
        failure.isPresent() ? Optional.empty() : Optional.of(script.shownText()),
        failure.map(VariableResources::failure),
        values(variables),
        origins(variables));
  }

  private static TemplateFailure failure(ScriptFailure failure) {
    return new TemplateFailure(
        failure.reason(), failure.snippet(), failure.line(), failure.column(), failure.picture());
  }

  private static VariableOrigin origin(ResolvedVariable variable) {
    return new VariableOrigin(
        name(variable.origin().level()),
        variable.origin().name(),
        variable.origin().variableSet(),
        variable.shadowed().stream()
            .map(beaten ->
                new VariableOrigin.Shadowed(
                    beaten.value(),
                    name(beaten.origin().level()),
                    beaten.origin().name(),
                    beaten.origin().variableSet()))
            .toList());
  }

  private static String name(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
