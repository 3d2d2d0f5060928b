package io.vespene.worker.process;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.CapturedOutput;
import io.vespene.plugin.Command;
import io.vespene.plugin.CommandFailed;
import io.vespene.plugin.CommandNotStarted;
import io.vespene.plugin.CommandResult;
import io.vespene.plugin.CommandStopped;
import io.vespene.plugin.CommandTimedOut;
import io.vespene.plugin.IsolationTraces;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the commands of plugins, each in a session of its own that ends with it. */
public final class SessionCommands implements BuildCommands {
  private static final Duration STREAM_END = Duration.ofSeconds(5);
  private static final EndProcesses END =
      new EndProcesses(Duration.ofSeconds(2), Duration.ofSeconds(10));
  private static final int TAIL_BYTES = 4 * 1024;

  private final SessionStarter starter;
  private final HostEnvironment host;
  private final String outerCookie;
  private final StopSwitch stop;
  private final OutputSink log;

  /**
   * @param outerCookie the value of the cookie variable to which each command adds its own
   * @param stop ends the running command and refuses later ones
   * @param log where the output goes
   */
  public SessionCommands(
      SessionStarter starter,
      HostEnvironment host,
      String outerCookie,
      StopSwitch stop,
      OutputSink log) {
    this.starter = starter;
    this.host = host;
    this.outerCookie = outerCookie;
    this.stop = stop;
    this.log = log;
  }

  @Override
  public CommandResult run(Command command) throws CommandFailed {
    var tail = new OutputTail(TAIL_BYTES);
    int exitCode =
        runWith(
            command,
            false,
            process ->
                List.of(
                    StreamPump.start(
                        "output of " + command.program(),
                        process.getInputStream(),
                        loggingWith(tail))));
    return new CommandResult(exitCode, tail.text());
  }

  @Override
  public CapturedOutput capture(Command command) throws CommandFailed {
    var output = new ByteArrayOutputStream();
    var errors = new OutputTail(TAIL_BYTES);
    int exitCode =
        runWith(
            command,
            true,
            process ->
                List.of(
                    StreamPump.start(
                        "output of " + command.program(),
                        process.getInputStream(),
                        (bytes, offset, length) -> {
                          int room = CapturedOutput.MAX_BYTES - output.size();
                          output.write(bytes, offset, Math.min(length, room));
                        }),
                    StreamPump.start(
                        "errors of " + command.program(),
                        process.getErrorStream(),
                        loggingWith(errors))));
    return new CapturedOutput(exitCode, output.toString(StandardCharsets.UTF_8), errors.text());
  }

  private OutputSink loggingWith(OutputTail tail) {
    return (bytes, offset, length) -> {
      tail.add(bytes, offset, length);
      log.accept(bytes, offset, length);
    };
  }

  @Override
  public void pause(Duration time) throws CommandStopped {
    try {
      stop.whenThrown().get(time.toMillis(), TimeUnit.MILLISECONDS);
      throw new CommandStopped();
    } catch (TimeoutException e) {
      // Nobody stopped the build meanwhile.
    } catch (ExecutionException e) {
      throw new IllegalStateException("a switch is never thrown by an exception", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandStopped();
    }
  }

  @Override
  public void say(String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    log.accept(bytes, 0, bytes.length);
  }

  @Override
  public Map<String, String> hostEnvironment() {
    return host.forCommands();
  }

  private interface Pumps {
    List<StreamPump> start(Process process);
  }

  private int runWith(Command command, boolean errorsApart, Pumps pumps) throws CommandFailed {
    if (stop.isThrown()) {
      throw new CommandStopped();
    }
    Cookie cookie = Cookie.fresh();
    var environment = new HashMap<>(command.environment());
    environment.put(
        IsolationTraces.COOKIE_VARIABLE,
        cookie.value(Map.of(IsolationTraces.COOKIE_VARIABLE, outerCookie)));
    var processes = new TaggedProcesses(cookie);
    Process process = starter.start(command.withEnvironment(environment), errorsApart);
    processes.adopt(process.pid());
    List<StreamPump> started = pumps.start(process);
    try {
      waitForEnd(command, process);
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandStopped();
    } finally {
      endAll(processes, started);
    }
  }

  private void waitForEnd(Command command, Process process)
      throws CommandFailed, InterruptedException {
    CompletableFuture<Object> over = CompletableFuture.anyOf(process.onExit(), stop.whenThrown());
    try {
      over.get(command.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new CommandTimedOut(command.program(), command.timeLimit());
    } catch (ExecutionException e) {
      throw new CommandNotStarted(command.program() + " could not be waited for", e);
    }
    if (process.isAlive()) {
      throw new CommandStopped();
    }
  }

  private static void endAll(TaggedProcesses processes, List<StreamPump> pumps) {
    // Also when the thread was interrupted: nothing may be left.
    boolean interrupted = Thread.interrupted();
    try {
      if (!processes.survivors().isEmpty()) {
        END.gently(processes);
      }
      for (StreamPump pump : pumps) {
        pump.finish(STREAM_END);
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
