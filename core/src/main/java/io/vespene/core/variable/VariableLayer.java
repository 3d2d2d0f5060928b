package io.vespene.core.variable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Variables from one place.
 *
 * @param secret whether nobody may see the values
 * @param values JSON-like
 */
public record VariableLayer(Origin origin, boolean secret, Map<String, @Nullable Object> values) {
  public VariableLayer {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  @Override
  public String toString() {
    // The values may be secret.
    return "VariableLayer[" + origin.words() + "]";
  }
}
