package io.vespene.worker;

import io.vespene.plugin.PluginFactory;
import io.vespene.plugins.isolation.ContainerIsolation;
import io.vespene.plugins.isolation.NoIsolation;
import io.vespene.plugins.isolation.SudoIsolation;
import io.vespene.plugins.scm.GitMirrorSettings;
import io.vespene.plugins.scm.GitScm;
import io.vespene.plugins.scm.GitSettings;
import io.vespene.plugins.scm.NoSource;
import io.vespene.plugins.scm.SourceSettings;
import io.vespene.plugins.scm.SvnScm;
import io.vespene.plugins.trigger.CommandTriggerFactory;
import io.vespene.plugins.trigger.EmailTriggerFactory;
import io.vespene.plugins.trigger.SlackTriggerFactory;
import io.vespene.plugins.trigger.WebhookTriggerFactory;
import io.vespene.worker.build.WorkerPlugins;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plugins that come with the program. */
final class BuiltInPlugins {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration MIRROR_AGE = Duration.ofDays(30);

  private BuiltInPlugins() {}

  /** Those that every worker has, whatever its settings. */
  static WorkerPlugins of(WorkerSettings settings) {
    return new WorkerPlugins(
        List.of(
            new GitScm(new GitSettings(source(settings), mirrors(settings))),
            new SvnScm(source(settings)),
            new NoSource()),
        List.of(
            new NoIsolation(settings.rights().allowUnisolated()),
            new SudoIsolation(secrets(settings)),
            new ContainerIsolation()),
        List.of(),
        List.of());
  }

  /** What makes those that work as settings tell them. */
  static List<PluginFactory<?>> factories() {
    return List.of(
        new CommandTriggerFactory(),
        new SlackTriggerFactory(),
        new WebhookTriggerFactory(),
        new EmailTriggerFactory());
  }

  private static List<Path> secrets(WorkerSettings settings) {
    var secrets = new ArrayList<>(settings.places().secretFiles());
    secrets.add(settings.places().stateDirectory());
    return secrets;
  }

  private static SourceSettings source(WorkerSettings settings) {
    Path knownHosts = settings.places().stateDirectory().resolve("known_hosts");
    return new SourceSettings(settings.rights().allowFileUrls(), knownHosts, FIRST_PAUSE);
  }

  private static Optional<GitMirrorSettings> mirrors(WorkerSettings settings) {
    long maxBytes = settings.tuning().mirrorLimitBytes();
    Path directory = settings.places().stateDirectory().resolve("mirrors");
    return maxBytes == 0
        ? Optional.empty()
        : Optional.of(new GitMirrorSettings(directory, maxBytes, MIRROR_AGE));
  }
}
