package io.vespene.protocol.rest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a build of a project would run now; none was started.
 *
 * @param script as it would be run, {@code ••••••} for each secret; absent when it can't be
 *     rendered
 * @param failure why it can't
 * @param variables as the script would see them, by name; {@code ••••••} for secrets
 * @param variableOrigins where each is from
 */
public record PreviewResource(
    String project,
    Optional<String> script,
    Optional<TemplateFailure> failure,
    Map<String, @Nullable Object> variables,
    Map<String, VariableOrigin> variableOrigins) {
  public PreviewResource {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    variableOrigins = Collections.unmodifiableMap(new LinkedHashMap<>(variableOrigins));
  }
}
