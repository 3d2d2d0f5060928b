package io.vespene.cli.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How a program on this machine answered.
 *
 * @param firstLine of what it printed, also to standard error
 */
record ProgramRun(int exitCode, String firstLine) {
  private static final int LIMIT_SECONDS = 10;

  /** Runs it; empty when there is no such program, or it does not end. */
  static Optional<ProgramRun> find(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try {
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
          return Optional.empty();
        }
        String output =
            new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
        return Optional.of(
            new ProgramRun(process.exitValue(), output.lines().findFirst().orElse("")));
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
