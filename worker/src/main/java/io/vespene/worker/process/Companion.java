package io.vespene.worker.process;

import io.vespene.plugin.Command;
import io.vespene.plugin.CommandFailed;
import io.vespene.plugin.CommandNotStarted;
import io.vespene.plugin.CommandStopped;
import io.vespene.plugin.CommandTimedOut;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program that runs beside a build: it says a first line when it is ready, and takes the end of
 * its standard input as the sign to end. So it ends, at the latest, soon after its worker has died.
 */
public final class Companion implements AutoCloseable {
  private static final int TAIL_BYTES = 1024;

  private final Process process;

  private Companion(Process process) {
    this.process = process;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param command whose time limit is for getting ready
   * @param processes to which its session is added
   * @param stop ends the waiting
   */
  public static Companion start(
      SessionStarter starter, Command command, TaggedProcesses processes, StopSwitch stop)
      throws CommandFailed, InterruptedException {
    Process process = starter.startHeld(command);
    processes.adopt(process.pid());
    var companion = new Companion(process);
    try {
      companion.awaitReady(command, stop);
      return companion;
    } catch (CommandFailed | InterruptedException e) {
      companion.close();
      throw e;
    }
  }

  private void awaitReady(Command command, StopSwitch stop)
      throws CommandFailed, InterruptedException {
    var said = new OutputTail(TAIL_BYTES);
    var ready = new CompletableFuture<Void>();
    StreamPump pump =
        StreamPump.start(
            "output of " + command.program(),
            process.getInputStream(),
            (bytes, offset, length) -> {
              said.add(bytes, offset, length);
              if (said.text().contains("ready\n")) {
                ready.complete(null);
              }
            });
    try {
      CompletableFuture.anyOf(ready, process.onExit(), stop.whenThrown())
          .get(command.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new CommandTimedOut(command.program(), command.timeLimit());
    } catch (ExecutionException e) {
      throw new CommandNotStarted(command.program() + " could not be waited for", e);
    }
    if (stop.isThrown()) {
      throw new CommandStopped();
    }
    if (!ready.isDone()) {
      pump.finish(command.timeLimit());
      throw new CommandNotStarted(
          command.program() + " ended at once: " + said.text().strip(),
          new IOException("exit code " + process.waitFor()));
    }
  }

  /** Tells it to end. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It has ended already, which was wanted.
    }
  }
}
