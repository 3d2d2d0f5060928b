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
    return usedBy(kind, name, "project", projects);
  }

  /**
   * Something can't be deleted because others use it.
   *
   * @param kind what it is: {@code SSH key}, …
   * @param userKind what uses it: {@code project}, …
   * @param users their names, of which the first few are told
   */
  public static Conflict usedBy(String kind, String name, String userKind, List<String> users) {
    String named = String.join("', '", users.subList(0, Math.min(MOST_NAMED, users.size())));
    return new Conflict(
        kind
            + " '"
            + name
            + "' is used by "
            + userKind
            + (users.size() == 1 ? " '" : "s '")
            + named
            + (users.size() > MOST_NAMED ? "' and more" : "'"));
  }
}
