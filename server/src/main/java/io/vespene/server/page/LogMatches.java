package io.vespene.server.page;

import java.util.List;
import java.util.Optional;

/**
 * Lines of a log that match.
 *
 * @param lines their numbers, in order
 * @param next where to go on looking; empty when the log was seen to its end
 */
record LogMatches(List<Long> lines, Optional<Long> next) {
  LogMatches {
    lines = List.copyOf(lines);
  }
}
