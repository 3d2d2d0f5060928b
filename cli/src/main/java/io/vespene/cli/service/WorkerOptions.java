package io.vespene.cli.service;

import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.FileServingSettings;
import io.vespene.cli.settings.SafetySettings;
import io.vespene.cli.settings.WorkerWaits;
import io.vespene.cli.settings.WorkplaceSettings;
import io.vespene.worker.WorkerIdentity;
import io.vespene.worker.WorkerLimits;
import io.vespene.worker.WorkerPlaces;
import io.vespene.worker.WorkerRights;
import io.vespene.worker.WorkerSettings;
import io.vespene.worker.WorkerTuning;
import io.vespene.worker.fileserving.FileServing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is said about one worker when it is started; the rest is in the settings.
 *
 * @param pools the names of the pools to serve
 * @param poolTokens tokens of these pools, needed until the worker has its own credential
 * @param maxBuilds the worker ends after so many
 * @param maxWait the worker ends after so long without a build
 * @param onlyBuild the one build to run
 * @param settingsFile what no script may read, if there is one
 */
public record WorkerOptions(
    List<String> pools,
    List<String> poolTokens,
    Optional<String> name,
    int slots,
    Optional<Integer> maxBuilds,
    Optional<Duration> maxWait,
    Optional<Long> onlyBuild,
    Optional<Path> settingsFile) {
  public WorkerOptions {
    pools = List.copyOf(pools);
    poolTokens = List.copyOf(poolTokens);
  }

  /** All that a worker needs to know. */
  public WorkerSettings with(
      EffectiveSettings settings, Map<String, String> environment, String version) {
    WorkplaceSettings workplace = WorkplaceSettings.of(settings);
    WorkerWaits waits = WorkerWaits.of(settings);
    SafetySettings safety = SafetySettings.of(settings);
    return new WorkerSettings(
        workplace.servers(),
        new WorkerIdentity(
            name, pools, poolTokens, workplace.hostName(), fileServing(settings), version),
        new WorkerLimits(slots, maxBuilds, maxWait, onlyBuild, workplace.diskFloorBytes()),
        new WorkerPlaces(
            workplace.stateDirectory(),
            workplace.buildRoot(),
            Stream.concat(settingsFile.stream(), Stream.of(safety.keysetFile())).toList(),
            environment),
        new WorkerRights(safety.allowUnisolated(), safety.allowFileUrls()),
        ChosenPlugins.of(settings),
        new WorkerTuning(
            waits.killGrace(),
            waits.sweepPause(),
            waits.retentionPause(),
            waits.refusedPause(),
            waits.abortLimit(),
            waits.spoolLimitBytes(),
            waits.mirrorLimitBytes()));
  }

  private static FileServing fileServing(EffectiveSettings settings) {
    FileServingSettings files = FileServingSettings.of(settings);
    return new FileServing(files.enabled(), files.hostName(), files.bindAddress(), files.port());
  }

  @Override
  public String toString() {
    return "WorkerOptions[pools=" + pools + ", poolTokens=***]";
  }
}
