package io.vespene.worker.build;

import io.vespene.plugin.BuildFacts;
import io.vespene.plugin.LineFilter;
import io.vespene.plugin.OutputFilter;
import java.util.Optional;

/**
 * An output plugin at work on one build.
 *
 * @param name what people read when it fails
 */
record BegunFilter(String name, LineFilter filter) implements LineFilter {
  /** One that can't begin fails at the first line, where that is noticed and costs nothing else. */
  static LineFilter begin(OutputFilter plugin, BuildFacts build) {
    String name = plugin.getClass().getSimpleName();
    try {
      return new BegunFilter(plugin.type(), plugin.begin(build));
    } catch (RuntimeException | LinkageError e) {
      return new BegunFilter(
          name,
          _ -> {
            throw new IllegalStateException("it could not begin", e);
          });
    }
  }

  @Override
  public Optional<String> filter(String line) {
    return filter.filter(line);
  }

  @Override
  public String toString() {
    return name;
  }
}
