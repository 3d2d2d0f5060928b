package io.vespene.core.log;

import java.util.List;

/**
 * What was stored since a viewer looked last.
 *
 * @param lines new lines, in order; the first may be a line that the viewer has and that has grown
 * @param nextSequence where to go on
 */
public record LogTail(List<StoredLine> lines, long nextSequence) {
  public LogTail {
    lines = List.copyOf(lines);
  }
}
