package io.vespene.e2e.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that runs beside the test until it is closed. What it prints goes to a file. */
public final class BackgroundProcess implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final String name;
  private final Process process;
  private final Path output;

  private BackgroundProcess(String name, Process process, Path output) {
    this.name = name;
    this.process = process;
    this.output = output;
  }

  /**
   * Starts the program.
   *
   * @param output gets its standard output and error
   */
  public static BackgroundProcess start(String name, Command command, Path output) {
    try {
      return new BackgroundProcess(name, command.start(output, output), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** Returns all that it has printed so far. */
  public String output() {
    try {
      return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the output contains the pattern; fails at once when the program ends without. */
  public MatchResult awaitOutput(Pattern pattern, Duration limit) {
    return Await.present(
        name + " to print " + pattern,
        limit,
        () -> {
          boolean ended = !process.isAlive();
          Matcher matcher = pattern.matcher(output());
          if (matcher.find()) {
            return Optional.of(matcher.toMatchResult());
          }
          if (ended) {
            throw new AssertionError(
                name + " ended with " + process.exitValue() + ":\n" + output());
          }
          return Optional.empty();
        },
        this::output);
  }

  /** Waits for its end and returns its exit code. */
  public int awaitExit(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError(name + " did not end within " + limit + ":\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public void signal(Signal signal) {
    Command.of("kill", "-" + signal.name(), Long.toString(process.pid())).output();
  }

  /** Ends it at once, as a power failure would. */
  public void kill() {
    process.destroyForcibly();
    awaitExit(GRACE);
  }

  /** Ends it: asks, waits, kills. */
  @Override
  public void close() {
    if (!process.isAlive()) {
      return;
    }
    try {
      signal(Signal.CONT);
      process.destroy();
      if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** What a test may send. */
  public enum Signal {
    TERM,
    INT,
    STOP,
    CONT
  }
}
