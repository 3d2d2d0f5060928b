package io.vespene.core.log;

import java.util.List;

/**
 * Where the logs of two builds differ.
 *
 * @param hunks the places, in order, each with a few lines around it
 * @param added how many lines only the newer one has
 * @param removed how many lines only the older one has
 * @param whole whether both logs were compared to their ends, and all places are told
 */
public record LogComparison(List<Hunk> hunks, int added, int removed, boolean whole) {
  /** So many lines of each log are compared. */
  public static final int MAX_LINES = 20_000;

  /** So many rows are told. */
  public static final int MAX_ROWS = 2_000;

  public LogComparison {
    hunks = List.copyOf(hunks);
  }

  /** Rows that stand together. */
  public record Hunk(List<Row> rows) {
    public Hunk {
      rows = List.copyOf(rows);
    }
  }

  /** Which of the logs a line is in. */
  public enum Side {
    BOTH,
    OLDER,
    NEWER
  }

  /**
   * A line.
   *
   * @param older its number in the older log, or 0
   * @param newer its number in the newer log, or 0
   * @param text without colours
   */
  public record Row(Side side, long older, long newer, String text) {}
}
