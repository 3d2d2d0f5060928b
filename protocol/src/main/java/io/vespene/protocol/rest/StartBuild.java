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
 * @param revision the full revision to check out; left out for the newest
 */
public record StartBuild(
    Optional<Map<String, @Nullable Object>> answers, Optional<String> revision) {
  public StartBuild {
    answers = answers.map(given -> Collections.unmodifiableMap(new LinkedHashMap<>(given)));
  }
}
