package io.vespene.core.log;

import io.vespene.core.log.LogComparison.Hunk;
import io.vespene.core.log.LogComparison.Row;
import io.vespene.core.log.LogComparison.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares the logs of two builds line by line. Numbers make no difference: times, ids and sizes
 * change with every build and hide what matters.
 */
final class CompareLogs {
  /** Lines around a difference. */
  private static final int CONTEXT = 3;

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final List<LogHead.Line> older;
  private final List<LogHead.Line> newer;
  private final List<Row> rows = new ArrayList<>();

  private CompareLogs(LogHead older, LogHead newer) {
    this.older = older.lines();
    this.newer = newer.lines();
  }

  /** Compares what was read of two logs. */
  static LogComparison compare(LogHead older, LogHead newer) {
    var compare = new CompareLogs(older, newer);
    compare.align();
    return compare.comparison(older.whole() && newer.whole());
  }

  /** Puts both logs into one list of rows. */
  private void align() {
    int[] partners =
        LineDiff.partners(
            older.stream().map(CompareLogs::essence).toList(),
            newer.stream().map(CompareLogs::essence).toList());
    int next = 0;
    for (int line = 0; line < partners.length; line++) {
      if (partners[line] < 0) {
        rows.add(new Row(Side.OLDER, older.get(line).number(), 0, older.get(line).text()));
      } else {
        next = addNewer(next, partners[line]);
        LogHead.Line same = newer.get(next);
        rows.add(new Row(Side.BOTH, older.get(line).number(), same.number(), same.text()));
        next++;
      }
    }
    addNewer(next, newer.size());
  }

  private int addNewer(int from, int to) {
    for (LogHead.Line line : newer.subList(from, to)) {
      rows.add(new Row(Side.NEWER, 0, line.number(), line.text()));
    }
    return to;
  }

  private LogComparison comparison(boolean whole) {
    var hunks = new ArrayList<Hunk>();
    int room = LogComparison.MAX_ROWS;
    int shown = 0;
    int row = next(0);
    while (row < rows.size() && room > 0) {
      int start = Math.max(shown, row - CONTEXT);
      int end = Math.min(endOfHunk(row), start + room);
      hunks.add(new Hunk(rows.subList(start, end)));
      room -= end - start;
      shown = end;
      row = next(end);
    }
    return new LogComparison(
        hunks, count(Side.NEWER), count(Side.OLDER), whole && row == rows.size());
  }

  /** The first row from here that is not in both logs. */
  private int next(int from) {
    int row = from;
    while (row < rows.size() && rows.get(row).side() == Side.BOTH) {
      row++;
    }
    return row;
  }

  /** After the lines around the last of the differences that stand close together. */
  private int endOfHunk(int from) {
    int last = from;
    for (int row = from; row < rows.size() && row <= last + 2 * CONTEXT; row++) {
      if (rows.get(row).side() != Side.BOTH) {
        last = row;
      }
    }
    return Math.min(rows.size(), last + CONTEXT + 1);
  }

  private int count(Side side) {
    return (int) rows.stream().filter(row -> row.side() == side).count();
  }

  private static String essence(LogHead.Line line) {
    return NUMBER.matcher(line.text()).replaceAll("0").strip();
  }
}
