package io.vespene.cli.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what somebody meant who mistyped a name. */
final class NearestName {
  private NearestName() {}

  /** The name that the fewest changed letters lead to; empty when none is near. */
  static Optional<String> find(String typed, Collection<String> names) {
    int near = Math.max(2, typed.length() / 4);
    return names.stream()
        .filter(name -> distance(typed, name) <= near)
        .min(Comparator.comparingInt(name -> distance(typed, name)));
  }

  /**
   * How many letters must be inserted, removed or replaced.
   *
   * @see <a href="https://en.wikipedia.org/wiki/Levenshtein_distance">Levenshtein distance</a>
   */
  static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, Math.min(above[column], current[column - 1]) + 1);
      }
      above = current;
    }
    return above[to.length()];
  }
}
