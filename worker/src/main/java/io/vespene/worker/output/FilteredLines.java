package io.vespene.worker.output;

import io.vespene.plugin.LineFilter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Sends each line through the output plugins. */
final class FilteredLines implements LineSink {
  private final List<LineFilter> filters;
  private final LineSink next;

  FilteredLines(List<LineFilter> filters, LineSink next) {
    this.filters = List.copyOf(filters);
    this.next = next;
  }

  @Override
  public void line(byte[] bytes, int offset, int length, boolean continues, boolean newline) {
    Optional<String> line = Optional.of(new String(bytes, offset, length, StandardCharsets.UTF_8));
    for (LineFilter filter : filters) {
      line = line.flatMap(filter::filter);
    }
    line.ifPresent(text -> {
      byte[] filtered = text.getBytes(StandardCharsets.UTF_8);
      int fitting = Math.min(filtered.length, LineSplitter.MAX_LINE_BYTES);
      next.line(filtered, 0, fitting, continues, newline);
    });
  }
}
