package io.vespene.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, as the launcher starts it. */
public final class ChildProgram implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 90;

  private final Process process;
  private final Path output;

  private ChildProgram(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  public static ChildProgram start(Path directory, String... arguments) throws IOException {
    return start(directory, Map.of(), arguments);
  }

  public static ChildProgram start(
      Path directory, Map<String, String> environment, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                // Tests that run in the background ignore Ctrl-C, and so would what they start.
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "io.vespene.cli.Main"));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(directory, "output", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(output.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("VESPENE_"));
    builder.environment().putAll(environment);
    return new ChildProgram(builder.start(), output);
  }

  /** Runs it to its end and returns what it printed, behind its exit code. */
  public static String run(Path directory, String... arguments) throws Exception {
    return run(directory, Map.of(), arguments);
  }

  public static String run(Path directory, Map<String, String> environment, String... arguments)
      throws Exception {
    try (ChildProgram program = start(directory, environment, arguments)) {
      int exitCode = program.awaitExit();
      return "exit code " + exitCode + "\n" + program.output();
    }
  }

  public String output() throws IOException {
    return Files.readString(output);
  }

  /** Waits until it has printed the text. */
  public void awaitOutput(String text) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!output().contains(text)) {
      if (System.nanoTime() > deadline || process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("'" + text + "' was not printed, but:\n" + output());
      }
    }
  }

  public int awaitExit() throws Exception {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it did not end, but printed:\n" + output());
    }
    return process.exitValue();
  }

  public void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  public void kill() throws Exception {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      process.destroyForcibly();
      throw new AssertionError("it did not end in good order", e);
    }
  }
}
