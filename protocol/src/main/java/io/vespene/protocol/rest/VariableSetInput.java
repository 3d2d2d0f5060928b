package io.vespene.protocol.rest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A variable set as somebody wants it.
 *
 * @param name unique, without commas; needed when the set is created
 * @param secret whether nobody may see the values, in logs neither; false by default
 * @param variables JSON values by name; replaces all earlier ones. In a secret set {@code ••••••}
 *     keeps the value that the name has
 */
public record VariableSetInput(
    Optional<String> name,
    Optional<String> description,
    Optional<Boolean> secret,
    Optional<Map<String, @Nullable Object>> variables) {
  public VariableSetInput {
    variables = variables.map(given -> Collections.unmodifiableMap(new LinkedHashMap<>(given)));
  }

  @Override
  public String toString() {
    return "VariableSetInput[name=" + name + ", variables=***]";
  }
}
