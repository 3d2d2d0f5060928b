package io.vespene.worker.mask;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Finds many texts in a stream of bytes at once, each byte being looked at once.
 *
 * <p>A state is the longest beginning of any text that ends where the stream is now; state 0 is
 * none. Immutable, so any number of streams can share one.
 *
 * @see <a href="https://doi.org/10.1145/360825.360855">Aho and Corasick, Efficient string
 *     matching</a>
 */
final class SecretFinder {
  private static final int BYTES = 256;
  private static final int NONE = -1;

  /** Bytes that stand in no text share one column. */
  private final int[] columns;

  private final int columnCount;

  /** The state after a byte: {@code next[state * columnCount + column]}. */
  private final int[] next;

  private final int[] depths;

  /** The length of the longest text that ends in a state; 0 if none does. */
  private final int[] matches;

  SecretFinder(Collection<String> texts) {
    List<byte[]> patterns =
        texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    columns = new int[BYTES];
    columnCount = fillColumns(patterns);
    var trie = new Trie();
    patterns.forEach(trie::add);
    next = trie.next.stream().flatMapToInt(Arrays::stream).toArray();
    depths = trie.depths.stream().mapToInt(Integer::intValue).toArray();
    matches = trie.matches.stream().mapToInt(Integer::intValue).toArray();
    link();
  }

  int after(int state, byte value) {
    return next[state * columnCount + columns[value & 0xFF]];
  }

  /** How many bytes of a text may have been seen. */
  int depth(int state) {
    return depths[state];
  }

  /** How many bytes of the stream, back from here, are a text; 0 if none. */
  int matchLength(int state) {
    return matches[state];
  }

  private int fillColumns(List<byte[]> patterns) {
    int count = 1;
    for (byte[] pattern : patterns) {
      for (byte value : pattern) {
        if (columns[value & 0xFF] == 0) {
          columns[value & 0xFF] = count++;
        }
      }
    }
    return count;
  }

  /** Where a text does not go on, another may: the one that begins within what was seen. */
  private void link() {
    var fallback = new int[depths.length];
    var queue = new ArrayDeque<Integer>();
    queue.add(0);
    while (!queue.isEmpty()) {
      int state = queue.remove();
      matches[state] = Math.max(matches[state], matches[fallback[state]]);
      for (int column = 0; column < columnCount; column++) {
        int at = state * columnCount + column;
        int otherwise = state == 0 ? 0 : next[fallback[state] * columnCount + column];
        if (next[at] == NONE) {
          next[at] = otherwise;
        } else {
          fallback[next[at]] = otherwise;
          queue.add(next[at]);
        }
      }
    }
  }

  /** All beginnings of all texts. */
  private final class Trie {
    private final List<int[]> next = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();
    private final List<Integer> matches = new ArrayList<>();

    Trie() {
      var _ = addState(0);
    }

    private int addState(int depth) {
      var row = new int[columnCount];
      Arrays.fill(row, NONE);
      next.add(row);
      depths.add(depth);
      matches.add(0);
      return next.size() - 1;
    }

    void add(byte[] pattern) {
      int state = 0;
      for (int at = 0; at < pattern.length; at++) {
        int column = columns[pattern[at] & 0xFF];
        if (next.get(state)[column] == NONE) {
          next.get(state)[column] = addState(at + 1);
        }
        state = next.get(state)[column];
      }
      matches.set(state, pattern.length);
    }
  }
}
