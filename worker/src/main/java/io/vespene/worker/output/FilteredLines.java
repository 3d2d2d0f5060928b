package io.vespene.worker.output;

import io.vespene.plugin.LineFilter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each line through the output plugins. One that fails is left out for the rest of the build,
 * which goes on; a line says so.
 */
final class FilteredLines implements LineSink {
  private static final Logger LOG = LoggerFactory.getLogger(FilteredLines.class);

  private final List<LineFilter> filters;
  private final LineSink next;

  FilteredLines(List<LineFilter> filters, LineSink next) {
    this.filters = new ArrayList<>(filters);
    this.next = next;
  }

  @Override
  public void line(byte[] bytes, int offset, int length, boolean continues, boolean newline) {
    Optional<String> line = Optional.of(new String(bytes, offset, length, StandardCharsets.UTF_8));
    for (LineFilter filter : List.copyOf(filters)) {
      line = line.flatMap(text -> filtered(filter, text));
    }
    line.ifPresent(text -> pass(text, continues, newline));
  }

  private Optional<String> filtered(LineFilter filter, String line) {
    try {
      return filter.filter(line);
    } catch (RuntimeException | LinkageError e) {
      filters.remove(filter);
      String name = filter.toString();
      LOG.atError().addKeyValue("filter", name).setCause(e).log("An output plugin failed");
      pass("The output plugin " + name + " failed and is left out from here on.", false, true);
      return Optional.of(line);
    }
  }

  private void pass(String text, boolean continues, boolean newline) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    next.line(bytes, 0, Math.min(bytes.length, LineSplitter.MAX_LINE_BYTES), continues, newline);
  }
}
