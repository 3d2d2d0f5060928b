package io.vespene.jinja.routine;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class NearestName {

  private static final int LONGEST_COMPARED = 64;
  private static final int MOST_COMPARED = 1000;

  private NearestName() {}

  /** A hint to append to an error; empty when nothing is near. */
  public static String suggest(String name, Collection<String> known) {
    return find(name, known).map(near -> ", did you mean '" + near + "'?").orElse("");
  }

  /** The known name that differs least, if it differs by no more than about a third. */
  public static Optional<String> find(String name, Collection<String> known) {
    if (name.length() > LONGEST_COMPARED) {
      return Optional.empty();
    }
    int allowed = Math.max(1, name.length() / 3);
    return known.stream()
        .limit(MOST_COMPARED)
        .filter(other -> Math.abs(other.length() - name.length()) <= allowed)
        .filter(other -> !other.equals(name) && distance(name, other) <= allowed)
        .min(Comparator.<String>comparingInt(o -> distance(name, o)).thenComparing(o -> o));
  }

  /** Letters to insert, remove or replace, or neighbours to swap; case is ignored. */
  private static int distance(String first, String second) {
    String left = first.toLowerCase(Locale.ROOT);
    String right = second.toLowerCase(Locale.ROOT);
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(left, right, cost, i, j);
      }
    }
    return cost[left.length()][right.length()];
  }

  private static int cheapest(String left, String right, int[][] cost, int i, int j) {
    boolean same = left.charAt(i - 1) == right.charAt(j - 1);
    int cheapest =
        Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(cheapest, cost[i - 2][j - 2] + 1) : cheapest;
  }
}
