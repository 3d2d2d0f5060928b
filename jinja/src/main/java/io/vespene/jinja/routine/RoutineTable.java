package io.vespene.jinja.routine;

import io.vespene.jinja.value.RenderException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Routines of one kind by name. */
public final class RoutineTable {

  private final String kind;
  private final Map<String, Routine> routines = new LinkedHashMap<>();

  private RoutineTable(String kind) {
    this.kind = kind;
  }

  /**
   * Makes a table.
   *
   * @param kind what the routines are, for errors: {@code "filter"}
   * @throws IllegalArgumentException if two have the same name
   */
  @SafeVarargs
  public static RoutineTable of(String kind, List<Routine>... groups) {
    RoutineTable table = new RoutineTable(kind);
    for (List<Routine> group : groups) {
      for (Routine routine : group) {
        if (table.routines.put(routine.name(), routine) != null) {
          throw new IllegalArgumentException("two routines named " + routine.name());
        }
      }
    }
    return table;
  }

  public Set<String> names() {
    return Set.copyOf(routines.keySet());
  }

  public Optional<Routine> find(String name) {
    return Optional.ofNullable(routines.get(name));
  }

  /**
   * The routine of this name.
   *
   * @throws RenderException if there is none, naming the nearest
   */
  public Routine require(String name) {
    return find(name).orElseThrow(() -> new RenderException(unknown(kind, name, names())));
  }

  /** Says that a name is unknown and which known one is nearest. */
  public static String unknown(String kind, String name, Collection<String> known) {
    return "unknown " + kind + " '" + name + "'" + NearestName.suggest(name, known);
  }
}
