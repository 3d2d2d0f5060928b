package io.vespene.core.build;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a build was queued with; never changed. */
public record BuildInputs(
    String script,
    Map<String, @Nullable Object> variables,
    String scmType,
    String repoUrl,
    String repoBranch,
    Optional<String> revision,
    boolean submodules,
    int timeoutMinutes) {
  public BuildInputs {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }
}
