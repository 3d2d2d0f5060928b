package io.vespene.worker;

import io.vespene.plugins.isolation.NoIsolation;
import io.vespene.plugins.isolation.SudoIsolation;
import io.vespene.plugins.scm.GitScm;
import io.vespene.plugins.scm.GitSettings;
import io.vespene.plugins.scm.NoSource;
import io.vespene.worker.build.WorkerPlugins;
import java.nio.file.Path;
import java.util.List;

/** The plugins that every worker has. */
final class BuiltInPlugins {
  private BuiltInPlugins() {}

  static WorkerPlugins of(WorkerSettings settings) {
    return new WorkerPlugins(
        List.of(git(settings), new NoSource()),
        List.of(
            new NoIsolation(settings.rights().allowUnisolated()),
            new SudoIsolation(settings.places().settingsFile())),
        List.of(),
        List.of());
  }

  private static GitScm git(WorkerSettings settings) {
    Path knownHosts = settings.places().stateDirectory().resolve("known_hosts");
    return new GitScm(new GitSettings(settings.rights().allowFileUrls(), knownHosts));
  }
}
