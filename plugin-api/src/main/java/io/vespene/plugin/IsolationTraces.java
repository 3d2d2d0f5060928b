package io.vespene.plugin;

import java.nio.file.Path;
import java.util.Map;

/**
 * What must be remembered of an isolated build to find it again after the worker has died.
 *
 * @param build the build's number
 * @param slot which of the worker's slots it runs in, from 1; no other build runs there meanwhile
 * @param cookie a random text that every process of the build carries in its environment, in the
 *     variable {@value #COOKIE_VARIABLE}
 * @param workingDirectory the script's current directory
 * @param buildRoot the directory that holds the working directories of all builds
 * @param options the worker pool's settings for this isolation, such as {@code sudo_user}
 * @param processes those of the build's processes that the worker's own user can see and signal
 */
public record IsolationTraces(
    long build,
    int slot,
    String cookie,
    Path workingDirectory,
    Path buildRoot,
    Map<String, String> options,
    BuildProcesses processes) {
  /** The name of the environment variable that marks the processes of a build. */
  public static final String COOKIE_VARIABLE = "VESPENE_COOKIE";

  /**
   * The name of the environment variable that marks those of a build's processes that serve its
   * script, such as an agent with its SSH keys. They are not asked to end, and killed with the
   * rest.
   */
  public static final String BESIDE_VARIABLE = "VESPENE_BESIDE";

  public IsolationTraces {
    options = Map.copyOf(options);
  }
}
