package io.vespene.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under headings, in columns as wide as their content, cut where the terminal ends. */
public final class Table {
  private static final String GAP = "  ";
  private static final int LEAST_WIDTH = 8;

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... headings) {
    this.headings = List.of(headings);
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if there are not as many cells as headings
   */
  public void add(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "a row of " + cells.length + " cells under " + headings.size() + " headings");
    }
    rows.add(List.of(cells).stream().map(SafeText::oneLine).toList());
  }

  /** Prints the headings and all rows; {@code empty} instead, as a remark, when there is no row. */
  public void print(Terminal terminal, String empty) {
    if (rows.isEmpty()) {
      terminal.remark(empty);
      return;
    }
    int[] widths = widths(terminal.columns());
    terminal.out().println(line(headings, widths));
    rows.forEach(row -> terminal.out().println(line(row, widths)));
  }

  private int[] widths(int columns) {
    int[] widths =
        IntStream.range(0, headings.size())
            .map(column ->
                Math.max(
                    length(headings.get(column)),
                    rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0)))
            .toArray();
    long room = (long) columns - (long) GAP.length() * (widths.length - 1);
    while (IntStream.of(widths).sum() > room) {
      int widest = indexOfWidest(widths);
      if (widths[widest] <= LEAST_WIDTH) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static int indexOfWidest(int[] widths) {
    return IntStream.range(0, widths.length)
        .reduce((first, second) -> widths[second] > widths[first] ? second : first)
        .orElseThrow();
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(column -> fit(cells.get(column), widths[column]))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static String fit(String cell, int width) {
    int length = length(cell);
    if (length > width) {
      return cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…";
    }
    return cell + " ".repeat(width - length);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
