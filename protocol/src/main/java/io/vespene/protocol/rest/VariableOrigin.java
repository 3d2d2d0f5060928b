package io.vespene.protocol.rest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which object a variable of a build is from.
 *
 * @param level {@code worker_pool}, {@code pipeline}, {@code stage}, {@code snippet}, {@code
 *     output_variables}, {@code project} or {@code launch_answers}, from lowest to highest
 * @param name of the pool, the project, …
 * @param variableSet the object's variable set that holds it
 * @param shadowed the values that it beat, the next best first
 */
public record VariableOrigin(
    String level, String name, Optional<String> variableSet, List<Shadowed> shadowed) {
  public VariableOrigin {
    shadowed = List.copyOf(shadowed);
  }

  /**
   * A value that another one beat.
   *
   * @param value {@code ••••••} if it is secret
   */
  public record Shadowed(
      @Nullable Object value, String level, String name, Optional<String> variableSet) {}
}
