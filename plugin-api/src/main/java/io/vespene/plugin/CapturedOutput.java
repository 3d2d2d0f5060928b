package io.vespene.plugin;

/**
 * How a command ended whose standard output was kept.
 *
 * @param exitCode 0 to 255; 128 + N when signal N ended it
 * @param output its standard output, read as UTF-8: the first {@value #MAX_BYTES} bytes at most
 * @param lastErrors the last 4 KiB at most of what it printed on standard error, for naming a cause
 */
public record CapturedOutput(int exitCode, String output, String lastErrors) {
  /** More output than this is dropped. */
  public static final int MAX_BYTES = 1024 * 1024;

  public boolean succeeded() {
    return exitCode == 0;
  }
}
