package io.vespene.protocol.rest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a build of a project.
 *
 * @param answers to the project's launch questions, by variable; those left out take their defaults
 */
public record StartBuild(Optional<Map<String, @Nullable Object>> answers) {
  public StartBuild {
    answers = answers.map(given -> Collections.unmodifiableMap(new LinkedHashMap<>(given)));
  }
}
