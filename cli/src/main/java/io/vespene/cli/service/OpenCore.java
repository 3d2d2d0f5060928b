package io.vespene.cli.service;

import io.vespene.cli.settings.DatabaseSettings;
import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.EngineTimes;
import io.vespene.cli.settings.ListenSettings;
import io.vespene.cli.settings.PluginEntry;
import io.vespene.cli.settings.PluginPlace;
import io.vespene.cli.settings.SafetySettings;
import io.vespene.cli.settings.Secret;
import io.vespene.cli.terminal.PackagedVersion;
import io.vespene.core.Core;
import io.vespene.core.CoreSettings;
import io.vespene.core.build.EngineSettings;
import io.vespene.core.pool.PoolRules;
import io.vespene.core.project.ProjectRules;
import io.vespene.core.secret.Keyset;
import java.util.List;

/** Makes the engine from the settings. */
public final class OpenCore {
  private OpenCore() {}

  /**
   * Opens it with the keys that encrypt secrets; nothing is connected or started yet.
   *
   * @throws io.vespene.cli.settings.InvalidSettings if the database is not set
   * @throws io.vespene.core.problem.SetUpProblem if the keyset file can't be used
   */
  public static Core open(EffectiveSettings settings) {
    return open(settings, Keyset.read(SafetySettings.of(settings).keysetFile()));
  }

  /** As {@link #open}, for commands that touch no secret and run before there are keys. */
  public static Core openWithoutKeys(EffectiveSettings settings) {
    return open(settings, Keyset.absent());
  }

  private static Core open(EffectiveSettings settings, Keyset keyset) {
    SafetySettings safety = SafetySettings.of(settings);
    return Core.open(
        new CoreSettings(
            database(DatabaseSettings.of(settings)),
            engine(EngineTimes.of(settings), ListenSettings.of(settings)),
            new PoolRules(safety.allowUnisolated(), names(settings, PluginPlace.ISOLATION)),
            new ProjectRules(safety.allowFileUrls(), names(settings, PluginPlace.SCM)),
            keyset));
  }

  /** Servers don't load plugins; they know the names, as all machines have the same settings. */
  private static List<String> names(EffectiveSettings settings, PluginPlace place) {
    return settings.plugins(place).stream().map(PluginEntry::name).toList();
  }

  private static io.vespene.core.database.DatabaseSettings database(DatabaseSettings database) {
    return new io.vespene.core.database.DatabaseSettings(
        database.jdbcUrl(),
        database.user(),
        database.password().map(Secret::value),
        database.poolSize(),
        database.connectTimeout());
  }

  private static EngineSettings engine(EngineTimes times, ListenSettings listen) {
    return new EngineSettings(
        listen.publicUrl(),
        times.handOver(),
        times.pollHold(),
        times.unreachableAfter(),
        times.reapEvery(),
        times.autoAbortEvery(),
        times.retentionEvery(),
        times.checkoutTimeout(),
        PackagedVersion.text());
  }
}
