package io.vespene.worker.output;

import io.vespene.plugin.LineFilter;
import io.vespene.worker.mask.MaskedStream;
import io.vespene.worker.mask.SecretMask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The way of a build's output from bytes to lines: secrets are hidden first, then lines are split
 * and pass the output plugins. Not safe for use by several threads.
 */
final class OutputLines {
  private static final Duration FILTER_LINE_LIMIT = Duration.ofSeconds(5);

  private final LineSplitter splitter;
  private final Optional<FilteredLines> filtered;
  private final Optional<MaskedStream> masked;

  /**
   * @param filters what lines pass, in this order
   * @param mask hides secrets before the filters see them
   */
  OutputLines(SecretMask mask, List<LineFilter> filters, LineSink sink) {
    this.filtered =
        filters.isEmpty()
            ? Optional.empty()
            : Optional.of(new FilteredLines(filters, FILTER_LINE_LIMIT, sink));
    this.splitter = new LineSplitter(filtered.isPresent() ? filtered.get() : sink);
    this.masked = mask.stream(splitter::accept);
  }

  void accept(byte[] bytes, int offset, int length) {
    if (masked.isPresent()) {
      masked.get().accept(bytes, offset, length);
    } else {
      splitter.accept(bytes, offset, length);
    }
    filtered.ifPresent(FilteredLines::flush);
  }

  /** Whether a line was begun that has not been passed on. */
  boolean holdsUnfinished() {
    return splitter.holdsUnfinished();
  }

  /** Passes on an unfinished line as it is now, unless plugins want to see it whole. */
  void flush() {
    if (filtered.isEmpty()) {
      splitter.flush();
    }
  }

  /** Ends the line: what comes next begins a new one. */
  void endLine() {
    masked.ifPresent(MaskedStream::finish);
    splitter.end();
    filtered.ifPresent(FilteredLines::flush);
  }
}
