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
 * @param diskFloorBytes with less free space in the build root, no build is taken
 */
public record WorkplaceSettings(
    List<URI> servers,
    Path stateDirectory,
    Path buildRoot,
    Optional<String> hostName,
    long diskFloorBytes) {
  static final Setting<List<URI>> SERVERS =
      new Setting<>(
          "worker.servers",
          ValueTypes.webAddresses(),
          Optional.of("http://127.0.0.1:8000"),
          "The servers a worker talks to; it tries the next when one is down.");

  static final Setting<Path> STATE_DIRECTORY =
      new Setting<>(
          "worker.state-directory",
          ValueTypes.absolutePath(),
          Optional.of("/var/lib/vespene/worker"),
          "Where a worker keeps its identity and output that is not yet sent.");

  static final Setting<Path> BUILD_ROOT =
      new Setting<>(
          "worker.build-root",
          ValueTypes.absolutePath(),
          Optional.of("/var/lib/vespene/builds"),
          "Where a worker makes one directory per build.");

  static final Setting<String> HOST_NAME =
      new Setting<>(
          "worker.host-name",
          ValueTypes.text(),
          Optional.empty(),
          "The name under which others reach the worker's machine. Default: its own host name.");

  static final Setting<Long> DISK_FLOOR =
      new Setting<>(
          "worker.disk-floor",
          ValueTypes.bytes(0, 1L << 50),
          Optional.of("256MiB"),
          "With less free space in the build root, a worker takes no build.");

  public WorkplaceSettings {
    servers = List.copyOf(servers);
  }

  /** Takes them from all settings. */
  public static WorkplaceSettings of(EffectiveSettings settings) {
    return new WorkplaceSettings(
        settings.require(SERVERS),
        settings.require(STATE_DIRECTORY),
        settings.require(BUILD_ROOT),
        settings.find(HOST_NAME),
        settings.require(DISK_FLOOR));
  }
}
