package io.vespene.cli.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a worker finds its servers and keeps its files.
 *
 * @param servers at least one; tried in this order
 * @param stateDirectory its identity and output not yet sent
 * @param buildRoot one directory per build
 * @param hostName empty for the machine's own
 */
public record WorkplaceSettings(
    List<URI> servers, Path stateDirectory, Path buildRoot, Optional<String> hostName) {
  public WorkplaceSettings {
    servers = List.copyOf(servers);
  }

  /** Takes them from all settings. */
  public static WorkplaceSettings of(EffectiveSettings settings) {
    return new WorkplaceSettings(
        settings.require(AllSettings.WORKER_SERVERS),
        settings.require(AllSettings.WORKER_STATE_DIRECTORY),
        settings.require(AllSettings.WORKER_BUILD_ROOT),
        settings.find(AllSettings.WORKER_HOST_NAME));
  }
}
