package io.vespene.core.variable;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variable as a build sees it, and where it is from.
 *
 * @param value JSON-like; where it may not be seen, a {@link Mask}
 * @param shadowed what it beat, the next best first
 */
public record ResolvedVariable(
    String name, @Nullable Object value, Origin origin, List<Shadowed> shadowed) {
  public ResolvedVariable {
    shadowed = List.copyOf(shadowed);
  }

  /**
   * A value that another one beat.
   *
   * @param value JSON-like; where it may not be seen, a {@link Mask}
   */
  public record Shadowed(@Nullable Object value, Origin origin) {
    @Override
    public String toString() {
      return "Shadowed[" + origin.words() + "]";
    }
  }

  @Override
  public String toString() {
    // The value may be secret.
    return "ResolvedVariable[" + name + " of " + origin.words() + "]";
  }
}
