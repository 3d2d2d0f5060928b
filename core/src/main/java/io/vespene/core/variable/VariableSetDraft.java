package io.vespene.core.variable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a variable set.
 *
 * @param name unique
 * @param secret whether its values are shown to nobody and masked in logs
 * @param variables JSON-like values; of a stored secret set a {@link Mask} each
 */
public record VariableSetDraft(
    String name, String description, boolean secret, Map<String, @Nullable Object> variables) {
  public VariableSetDraft {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  @Override
  public String toString() {
    // The values may be secret.
    return "VariableSetDraft[name=" + name + ", secret=" + secret + "]";
  }
}
