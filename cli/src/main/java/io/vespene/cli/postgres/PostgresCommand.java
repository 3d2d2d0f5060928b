package io.vespene.cli.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs and waits for their end.
 *
 * <p>They refuse to run as root, to keep a break-in small. For the one-machine set-up they are
 * given a user namespace in which they are nobody, while their files stay root's.
 *
 * @param outputFile where what they print goes
 */
record PostgresCommand(PostgresPrograms programs, Path outputFile) {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /**
   * Runs a program to its end.
   *
   * @throws PostgresFailure if it fails or takes too long; {@code purpose} completes "PostgreSQL
   *     could not …"
   */
  void run(String purpose, String program, String... arguments) {
    int exitCode = exitCode(purpose, program, arguments);
    if (exitCode != 0) {
      throw new PostgresFailure(
          "PostgreSQL could not " + purpose + " (exit code " + exitCode + "): " + lastWords());
    }
  }

  private int exitCode(String purpose, String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (new UnixSystem().getUid() == 0) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(programs.program(program).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(programs.directory().toFile())
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(Redirect.to(outputFile.toFile()));
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path);
    environment.put("LC_ALL", "C");
    try {
      return waitFor(purpose, builder.start());
    } catch (IOException e) {
      throw new PostgresFailure("PostgreSQL could not " + purpose + ": " + e.getMessage(), e);
    }
  }

  private static int waitFor(String purpose, Process process) {
    try {
      if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      throw new PostgresFailure(
          "PostgreSQL could not " + purpose + " within " + LIMIT.toMinutes() + " minutes");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresFailure("PostgreSQL was interrupted before it could " + purpose, e);
    } finally {
      process.destroyForcibly();
    }
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(outputFile, StandardCharsets.ISO_8859_1);
      return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    } catch (IOException e) {
      return "see " + outputFile;
    }
  }
}
