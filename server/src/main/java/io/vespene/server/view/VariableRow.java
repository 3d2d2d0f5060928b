package io.vespene.server.view;

import java.util.List;

/**
 * A variable of a build as pages show it.
 *
 * @param value as JSON
 * @param origin which object it is from
 * @param shadowed what it beat
 */
public record VariableRow(String name, String value, String origin, List<Shadowed> shadowed) {
  public VariableRow {
    shadowed = List.copyOf(shadowed);
  }

  /** A value that another one beat, as JSON. */
  public record Shadowed(String value, String origin) {}
}
