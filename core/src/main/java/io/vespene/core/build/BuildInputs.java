package io.vespene.core.build;

import io.vespene.core.variable.ResolvedVariable;
import java.util.List;
import java.util.Optional;

/**
 * What a build was queued with, without secrets; never changed.
 *
 * @param script as it is run; when it could not be rendered, the template
 * @param variables by name
 * @param failure the line at which the script could not be rendered, with a mark
 */
public record BuildInputs(
    String script,
    List<ResolvedVariable> variables,
    Optional<String> failure,
    String scmType,
    String repoUrl,
    String repoBranch,
    Optional<String> revision,
    boolean submodules,
    int timeoutMinutes) {
  public BuildInputs {
    variables = List.copyOf(variables);
  }
}
