package io.vespene.plugin;

/**
 * How a command ended whose output went to the build's log.
 *
 * @param exitCode 0 to 255; 128 + N when signal N ended it
 * @param lastOutput the last 4 KiB at most of what it printed, for naming a cause
 */
public record CommandResult(int exitCode, String lastOutput) {
  public boolean succeeded() {
    return exitCode == 0;
  }
}
