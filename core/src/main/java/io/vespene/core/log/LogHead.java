package io.vespene.core.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * The beginning of a log, as much as is compared with another.
 *
 * @param whole whether the log has no more
 */
record LogHead(List<Line> lines, boolean whole) {
  /** So many bytes are read at most, however few lines that are. */
  private static final long MAX_CHARACTERS = 8_000_000;

  private static final int MAX_WIDTH = 500;
  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-?]*[ -/]*[@-~]");

  LogHead {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param text without colours, and only its beginning when it is long
   */
  record Line(long number, String text) {}

  /**
   * Reads it.
   *
   * @param linesFrom some lines from this number on; none at the end of the log
   */
  static LogHead read(LongFunction<List<StoredLine>> linesFrom) {
    var lines = new ArrayList<Line>();
    long characters = 0;
    List<StoredLine> more = linesFrom.apply(1);
    while (!more.isEmpty()) {
      for (StoredLine line : more) {
        if (lines.size() == LogComparison.MAX_LINES || characters > MAX_CHARACTERS) {
          return new LogHead(lines, false);
        }
        characters += line.text().length();
        lines.add(new Line(line.number(), plain(line.text())));
      }
      more = linesFrom.apply(more.getLast().number() + 1);
    }
    return new LogHead(lines, true);
  }

  private static String plain(String text) {
    String plain = text.indexOf('\u001b') < 0 ? text : COLOURS.matcher(text).replaceAll("");
    return plain.substring(0, Math.min(MAX_WIDTH, plain.length()));
  }
}
