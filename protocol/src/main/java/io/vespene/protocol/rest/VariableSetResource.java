package io.vespene.protocol.rest;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A variable set as it is.
 *
 * @param variables JSON values by name; {@code ••••••} for each value of a secret set
 * @param version grows with every edit; also the {@code ETag}
 */
public record VariableSetResource(
    long id,
    String name,
    String description,
    boolean secret,
    Map<String, @Nullable Object> variables,
    String createdBy,
    Instant createdAt,
    int version) {
  public VariableSetResource {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }
}
