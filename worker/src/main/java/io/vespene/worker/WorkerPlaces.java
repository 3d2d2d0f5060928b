package io.vespene.worker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a worker keeps things. Directories are made when they are missing.
 *
 * @param stateDirectory for credential, spool and known hosts; of the worker's user only
 * @param buildRoot the directory under which each build gets its working directory
 * @param settingsFile the file that no script may read, when there is one
 * @param environment the environment of the worker's process, most often {@code System.getenv()}
 */
public record WorkerPlaces(
    Path stateDirectory,
    Path buildRoot,
    Optional<Path> settingsFile,
    Map<String, String> environment) {
  public WorkerPlaces {
    stateDirectory = stateDirectory.toAbsolutePath().normalize();
    buildRoot = buildRoot.toAbsolutePath().normalize();
    settingsFile = settingsFile.map(file -> file.toAbsolutePath().normalize());
    environment = Map.copyOf(environment);
    InvalidSetting.require(
        !buildRoot.equals(stateDirectory),
        "build-root",
        buildRoot,
        "another directory than the worker's state directory");
  }

  @Override
  public String toString() {
    return "WorkerPlaces[stateDirectory=" + stateDirectory + ", buildRoot=" + buildRoot + "]";
  }
}
