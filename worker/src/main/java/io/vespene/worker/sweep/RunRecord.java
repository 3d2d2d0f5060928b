package io.vespene.worker.sweep;

import java.util.Map;

/**
 * What must be known of a build to find its remains after its worker has died.
 *
 * @param build the build's number
 * @param slot the worker's slot it ran in, from 1
 * @param cookie what its processes carry
 * @param workingDirectory the absolute path of its working directory
 * @param buildRoot the absolute path of the directory above it
 * @param isolation the name of the isolation plugin
 * @param options the pool's settings for that plugin
 */
public record RunRecord(
    long build,
    int slot,
    String cookie,
    String workingDirectory,
    String buildRoot,
    String isolation,
    Map<String, String> options) {
  public RunRecord {
    options = Map.copyOf(options);
  }
}
