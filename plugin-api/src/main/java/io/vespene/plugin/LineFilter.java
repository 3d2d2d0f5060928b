package io.vespene.plugin;

import java.util.Optional;

/** Changes the lines of one build, in the order in which they were printed. */
@FunctionalInterface
public interface LineFilter {
  /**
   * The line as it shall be stored; empty when it shall not be.
   *
   * @param line without its newline, of 64 KiB at most; control sequences included
   */
  Optional<String> filter(String line);
}
