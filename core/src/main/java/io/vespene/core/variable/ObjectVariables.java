package io.vespene.core.variable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a project, a worker pool or whatever else has some.
 *
 * @param own JSON-like values; they beat those of the sets
 * @param sets names of variable sets, in order; the later beats the earlier
 */
public record ObjectVariables(Map<String, @Nullable Object> own, List<String> sets) {
  /** No variables and no sets. */
  public static final ObjectVariables NONE = new ObjectVariables(Map.of(), List.of());

  public ObjectVariables {
    own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
    sets = List.copyOf(sets);
  }
}
