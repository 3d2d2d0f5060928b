package io.vespene.worker.process;

import io.vespene.plugin.Command;
import io.vespene.plugin.CommandNotStarted;
import io.vespene.plugin.ProgramMissing;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts programs, each as the leader of a session and process group of its own.
 *
 * <p>The process started is first {@code setsid}, which then becomes the program: no second process
 * is made, and the process id is the session's and the group's number too.
 */
public final class SessionStarter {
  private static final Logger LOG = LoggerFactory.getLogger(SessionStarter.class);
  private static final String SHELL = "/bin/sh";
  private static final File ROOT = new File("/");
  private static final File NOTHING = new File("/dev/null");

  private final List<String> prefix;

  private SessionStarter(List<String> prefix) {
    this.prefix = List.copyOf(prefix);
  }

  /**
   * A starter for this machine.
   *
   * @throws ProgramMissing if the machine has no program that begins a session
   */
  public static SessionStarter find(Map<String, String> workerEnvironment) throws ProgramMissing {
    String searchPath =
        workerEnvironment.getOrDefault("PATH", SearchPath.DEFAULT) + ":" + SearchPath.DEFAULT;
    Optional<Path> setsid = SearchPath.find("setsid", searchPath);
    if (setsid.isPresent()) {
      return new SessionStarter(List.of(setsid.get().toString()));
    }
    // macOS and the BSDs have no such program, but they have perl.
    Path perl = SearchPath.find("perl", searchPath).orElseThrow(() -> new ProgramMissing("setsid"));
    String program = "use POSIX; POSIX::setsid(); exec {$ARGV[0]} @ARGV or exit 127";
    return new SessionStarter(List.of(perl.toString(), "-e", program));
  }

  /**
   * Starts a command without waiting for it.
   *
   * @param errorsApart whether standard error is a stream of its own instead of being mixed into
   *     standard output
   */
  public Process start(Command command, boolean errorsApart)
      throws ProgramMissing, CommandNotStarted {
    return start(command, errorsApart, false);
  }

  /** Starts a command whose standard input stays open until the caller, or the worker, ends it. */
  Process startHeld(Command command) throws ProgramMissing, CommandNotStarted {
    return start(command, false, true);
  }

  private Process start(Command command, boolean errorsApart, boolean held)
      throws ProgramMissing, CommandNotStarted {
    String searchPath = command.environment().getOrDefault("PATH", SearchPath.DEFAULT);
    Path program = SearchPath.require(command.program(), searchPath);
    var arguments = new ArrayList<>(prefix);
    arguments.add(program.toString());
    arguments.addAll(command.arguments().subList(1, command.arguments().size()));
    var builder = new ProcessBuilder(arguments);
    builder.directory(command.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    builder.redirectErrorStream(!errorsApart);
    if (command.input().isEmpty() && !held) {
      builder.redirectInput(NOTHING);
    }
    Process process = start(command.program(), builder);
    if (!command.input().isEmpty()) {
      feed(process, command);
    }
    return process;
  }

  /**
   * Starts a shell, whose standard input is the caller's to write to and to close.
   *
   * @param program constant text
   * @param names what the program knows as {@code $0}, {@code $1} and so on
   */
  Process startShell(String program, List<String> names, Map<String, String> environment)
      throws CommandNotStarted {
    var arguments = new ArrayList<>(prefix);
    arguments.addAll(List.of(SHELL, "-c", program));
    arguments.addAll(names);
    var builder = new ProcessBuilder(arguments);
    builder.directory(ROOT);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    return start(SHELL, builder);
  }

  private static Process start(String program, ProcessBuilder builder) throws CommandNotStarted {
    Lock lock = ExecutableFile.startLock();
    lock.lock();
    try {
      return builder.start();
    } catch (IOException e) {
      String cause = e.getMessage() == null ? e.toString() : e.getMessage();
      throw new CommandNotStarted(program + " could not be started: " + cause, e);
    } finally {
      lock.unlock();
    }
  }

  /** Gives the command its input, which then ends. */
  static void feed(Process process, Command command) {
    // On a thread of its own: a program that does not read must not hold up its own end.
    var _ =
        Thread.ofVirtual()
            .name("input of " + command.program())
            .start(() -> write(process, command));
  }

  private static void write(Process process, Command command) {
    try (OutputStream input = process.getOutputStream()) {
      input.write(command.input().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A program may end without reading; whether that is a failure, its exit code says.
      LOG.atDebug().addKeyValue("program", command.program()).log("Input was not read to its end");
    }
  }
}
