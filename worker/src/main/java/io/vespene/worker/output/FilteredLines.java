package io.vespene.worker.output;

import io.vespene.plugin.LineFilter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each line through the output plugins. One that fails or hangs is left out for the rest of
 * the build, which goes on; a line says so.
 *
 * <p>Lines are collected until {@link #flush}, as plugins run on a thread of their own, which is
 * left behind with one that hangs.
 */
final class FilteredLines implements LineSink {
  private static final Logger LOG = LoggerFactory.getLogger(FilteredLines.class);
  private static final int MAX_COLLECTED_BYTES = 256 * 1024;

  private final List<LineFilter> filters;
  private final LineSink next;
  private final Duration lineLimit;
  private List<FilterPass.Piece> collected = new ArrayList<>();
  private int collectedBytes;

  /**
   * @param lineLimit how long the plugins may take for one line
   */
  FilteredLines(List<LineFilter> filters, Duration lineLimit, LineSink next) {
    this.filters = new ArrayList<>(filters);
    this.lineLimit = lineLimit;
    this.next = next;
  }

  @Override
  public void line(byte[] bytes, int offset, int length, boolean continues, boolean newline) {
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    collected.add(new FilterPass.Piece(text, continues, newline));
    collectedBytes += length;
    if (collectedBytes > MAX_COLLECTED_BYTES) {
      flush();
    }
  }

  /** Sends on what was collected. */
  void flush() {
    List<FilterPass.Piece> rest = collected;
    collected = new ArrayList<>();
    collectedBytes = 0;
    while (!rest.isEmpty()) {
      FilterPass.Result result = FilterPass.run(rest, filters, lineLimit);
      result.lines().forEach(this::pass);
      result.trouble().ifPresent(this::leaveOut);
      rest = rest.subList(result.used(), rest.size());
    }
  }

  private void leaveOut(FilterPass.Trouble trouble) {
    filters.remove(trouble.filter());
    String name = trouble.filter().toString();
    LOG.atError()
        .addKeyValue("filter", name)
        .addKeyValue("problem", trouble.problem())
        .log("An output plugin failed");
    String notice = "The output plugin " + name + " " + trouble.problem();
    pass(new FilterPass.Piece(notice + " and is left out from here on.", false, true));
  }

  private void pass(FilterPass.Piece piece) {
    byte[] bytes = piece.text().getBytes(StandardCharsets.UTF_8);
    int fitting = Math.min(bytes.length, LineSplitter.MAX_LINE_BYTES);
    next.line(bytes, 0, fitting, piece.continues(), piece.newline());
  }
}
