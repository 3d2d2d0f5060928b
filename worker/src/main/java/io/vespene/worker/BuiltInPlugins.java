package io.vespene.worker;

import io.vespene.plugins.isolation.NoIsolation;
import io.vespene.worker.build.WorkerPlugins;
import java.util.List;

/** The plugins that every worker has. */
final class BuiltInPlugins {
  private BuiltInPlugins() {}

  static WorkerPlugins of(WorkerSettings settings) {
    return new WorkerPlugins(
        List.of(),
        List.of(new NoIsolation(settings.rights().allowUnisolated())),
        List.of(),
        List.of());
  }
}
