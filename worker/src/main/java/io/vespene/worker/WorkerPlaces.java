package io.vespene.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where a worker keeps things. Directories are made when they are missing.
 *
 * @param stateDirectory for credential, spool and known hosts; of the worker's user only
 * @param buildRoot the directory under which each build gets its working directory
 * @param secretFiles the files that no script may read, such as the settings; some may be missing
 * @param environment the environment of the worker's process, most often {@code System.getenv()}
 */
public record WorkerPlaces(
    Path stateDirectory, Path buildRoot, List<Path> secretFiles, Map<String, String> environment) {
  public WorkerPlaces {
    stateDirectory = stateDirectory.toAbsolutePath().normalize();
    buildRoot = buildRoot.toAbsolutePath().normalize();
    secretFiles = secretFiles.stream().map(file -> file.toAbsolutePath().normalize()).toList();
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
