package io.vespene.e2e.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program with all it is given. Its environment holds nothing but {@code environment}; its
 * standard input is {@code input}.
 *
 * @param limit how long {@link #run} waits before it kills the program and fails
 */
public record Command(
    List<String> arguments,
    Path directory,
    Map<String, String> environment,
    String input,
    Duration limit) {
  public Command {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** Returns the command in the current directory, with the PATH and nothing else. */
  public static Command of(String... arguments) {
    return of(List.of(arguments));
  }

  public static Command of(List<String> arguments) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin") + ":/usr/sbin:/sbin";
    return new Command(
        arguments,
        Path.of("").toAbsolutePath(),
        Map.of("PATH", path, "LANG", "C.UTF-8"),
        "",
        Duration.ofMinutes(1));
  }

  public Command in(Path newDirectory) {
    return new Command(arguments, newDirectory, environment, input, limit);
  }

  /** Returns this command with a variable more in its environment. */
  public Command with(String name, String value) {
    return with(Map.of(name, value));
  }

  public Command with(Map<String, String> variables) {
    var all = new HashMap<>(environment);
    all.putAll(variables);
    return new Command(arguments, directory, all, input, limit);
  }

  public Command reading(String newInput) {
    return new Command(arguments, directory, environment, newInput, limit);
  }

  public Command within(Duration newLimit) {
    return new Command(arguments, directory, environment, input, newLimit);
  }

  /**
   * Returns this command as another user runs it. The process keeps its id: signals reach it.
   *
   * @param user known to the system; only root may name another than itself
   */
  public Command as(String user) {
    var all =
        new ArrayList<>(
            List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--init-groups", "--"));
    all.addAll(arguments);
    return new Command(all, directory, environment, input, limit);
  }

  /** Runs the program to its end. */
  public Result run() {
    try {
      Path output = Files.createTempFile("e2e-command-", ".out");
      Path errors = Files.createTempFile("e2e-command-", ".err");
      try {
        Process process = start(output, errors);
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly().waitFor();
          throw new AssertionError(
              arguments + " did not end within " + limit + ": " + Files.readString(errors));
        }
        return new Result(process.exitValue(), Files.readString(output), Files.readString(errors));
      } finally {
        Files.delete(output);
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Runs the program and returns what it printed; fails when its exit code is not 0. */
  public String output() {
    Result result = run();
    if (result.exitCode() != 0) {
      throw new AssertionError(arguments + " failed: " + result);
    }
    return result.output();
  }

  Process start(Path output, Path errors) throws IOException {
    var builder = new ProcessBuilder(arguments).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectOutput(output.toFile());
    if (errors.equals(output)) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(errors.toFile());
    }
    Process process = builder.start();
    try (var stdin = process.outputWriter()) {
      stdin.write(input);
    }
    return process;
  }

  /** How a program ended, and all that it printed. */
  public record Result(int exitCode, String output, String errors) {}
}
