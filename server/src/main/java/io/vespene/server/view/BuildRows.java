package io.vespene.server.view;

import io.vespene.core.build.Build;
import java.util.List;
import java.util.Map;

/**
 * Builds as rows of a table.
 *
 * @param waiting why those that wait do so, by number
 */
public record BuildRows(List<Build> builds, Map<Long, String> waiting) {
  public static final BuildRows NONE = new BuildRows(List.of(), Map.of());

  public BuildRows {
    builds = List.copyOf(builds);
    waiting = Map.copyOf(waiting);
  }

  public boolean isEmpty() {
    return builds.isEmpty();
  }

  /** Why the build ended so, or why it waits; may be empty. */
  public String note(Build build) {
    return build.reason().orElseGet(() -> waiting.getOrDefault(build.id(), ""));
  }

  /** Why these builds wait, each reason once. */
  public List<String> reasons() {
    return builds.stream()
        .filter(build -> waiting.containsKey(build.id()))
        .map(build -> waiting.get(build.id()))
        .distinct()
        .toList();
  }
}
