package io.vespene.core.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out which lines of two texts belong together. Lines that both have exactly once are taken
 * as landmarks, as many as stand in the same order; what is alike around them is taken too. This is
 * quick for texts of any likeness, and seldom misses what a person would see.
 *
 * @see <a href="https://bramcohen.livejournal.com/73318.html">Patience diff</a>
 */
final class LineDiff {
  /** Texts that were made to be hard to compare are compared less well beyond this. */
  private static final int DEEPEST = 50;

  private final int[] before;
  private final int[] after;

  /** For each line before, the line after that it is; -1 for none. */
  private final int[] partners;

  private LineDiff(int[] before, int[] after) {
    this.before = before;
    this.after = after;
    this.partners = new int[before.length];
    Arrays.fill(partners, -1);
  }

  /**
   * Compares two texts.
   *
   * @return for each line before, the index of the line after that it is, rising; -1 for none
   */
  static int[] partners(List<String> before, List<String> after) {
    var numbers = new HashMap<String, Integer>();
    var diff = new LineDiff(number(before, numbers), number(after, numbers));
    diff.match(0, diff.before.length, 0, diff.after.length, 0);
    return diff.partners;
  }

  /** Equal lines get equal numbers. */
  private static int[] number(List<String> lines, Map<String, Integer> numbers) {
    return lines.stream()
        .mapToInt(line -> numbers.computeIfAbsent(line, _ -> numbers.size()))
        .toArray();
  }

  private void match(int beforeFrom, int beforeTo, int afterFrom, int afterTo, int depth) {
    int from = beforeFrom;
    int to = beforeTo;
    int otherFrom = afterFrom;
    int otherTo = afterTo;
    while (from < to && otherFrom < otherTo && before[from] == after[otherFrom]) {
      partners[from++] = otherFrom++;
    }
    while (from < to && otherFrom < otherTo && before[to - 1] == after[otherTo - 1]) {
      partners[--to] = --otherTo;
    }
    if (depth == DEEPEST) {
      return;
    }
    List<int[]> landmarks = landmarks(from, to, otherFrom, otherTo);
    for (int[] landmark : landmarks) {
      match(from, landmark[0] + 1, otherFrom, landmark[1] + 1, depth + 1);
      from = landmark[0] + 1;
      otherFrom = landmark[1] + 1;
    }
    if (!landmarks.isEmpty()) {
      match(from, to, otherFrom, otherTo, depth + 1);
    }
  }

  /** Pairs of lines that both parts have once, as many as rise on both sides. */
  private List<int[]> landmarks(int from, int to, int otherFrom, int otherTo) {
    Map<Integer, Integer> unique = unique(before, from, to);
    Map<Integer, Integer> otherUnique = unique(after, otherFrom, otherTo);
    var pairs = new ArrayList<int[]>();
    for (int line = from; line < to; line++) {
      Integer other = otherUnique.get(before[line]);
      if (other != null && other >= 0 && unique.getOrDefault(before[line], -1) == line) {
        pairs.add(new int[] {line, other});
      }
    }
    return longestRise(pairs);
  }

  /** Where each line stands; -1 for those that stand there more than once. */
  private static Map<Integer, Integer> unique(int[] lines, int from, int to) {
    var places = new HashMap<Integer, Integer>();
    for (int place = from; place < to; place++) {
      places.merge(lines[place], place, (_, _) -> -1);
    }
    return places;
  }

  /** The longest choice of pairs whose second numbers rise, by sorting them onto piles. */
  private static List<int[]> longestRise(List<int[]> pairs) {
    var tops = new ArrayList<Integer>();
    var previous = new int[pairs.size()];
    for (int index = 0; index < pairs.size(); index++) {
      int pile = pileFor(pairs, tops, pairs.get(index)[1]);
      previous[index] = pile == 0 ? -1 : tops.get(pile - 1);
      if (pile == tops.size()) {
        tops.add(index);
      } else {
        tops.set(pile, index);
      }
    }
    var rise = new ArrayList<int[]>();
    int index = tops.isEmpty() ? -1 : tops.getLast();
    while (index >= 0) {
      rise.add(pairs.get(index));
      index = previous[index];
    }
    return rise.reversed();
  }

  /** The first pile whose top is not smaller. */
  private static int pileFor(List<int[]> pairs, List<Integer> tops, int value) {
    int low = 0;
    int high = tops.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (pairs.get(tops.get(middle))[1] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
