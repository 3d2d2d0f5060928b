package io.vespene.core.problem;

import java.util.List;

/**
 * The request is fine, but not in the present state of things: a build has ended, a pool is used.
 */
public final class Conflict extends VespeneException {
  private static final int MOST_NAMED = 3;

  public Conflict(String message) {
    super(message);
  }

  /**
   * Something can't be deleted because projects use it.
   *
   * @param kind what it is: {@code SSH key}, …
   * @param projects their names, of which the first few are told
   */
  public static Conflict usedByProjects(String kind, String name, List<String> projects) {
    String named = String.join("', '", projects.subList(0, Math.min(MOST_NAMED, projects.size())));
    return new Conflict(
        kind
            + " '"
            + name
            + "' is used by "
            + (projects.size() == 1 ? "project '" : "projects '")
            + named
            + (projects.size() > MOST_NAMED ? "' and more" : "'"));
  }
}
