package io.vespene.e2e.installation;

import io.vespene.e2e.process.BackgroundProcess;
import io.vespene.e2e.process.BackgroundProcess.Signal;
import io.vespene.e2e.process.Command;
import java.nio.file.Path;

/** A worker in a process of its own, that can be killed, frozen and started again. */
public final class WorkerProcess implements AutoCloseable {
  private final String name;
  private final Command command;
  private final Path home;
  private int starts;
  private BackgroundProcess process;

  WorkerProcess(String name, Command command, Path home) {
    this.name = name;
    this.command = command;
    this.home = home;
    this.process = launch();
  }

  public String name() {
    return name;
  }

  public BackgroundProcess process() {
    return process;
  }

  /** Ends it at once; its builds' processes live on. */
  public void kill() {
    process.kill();
  }

  /** Stops it from doing anything, without its noticing. */
  public void freeze() {
    process.signal(Signal.STOP);
  }

  /** Lets it go on after {@link #freeze}. */
  public void thaw() {
    process.signal(Signal.CONT);
  }

  /** Starts it again, on the same folder, after it has ended. */
  public void startAgain() {
    process = launch();
  }

  @Override
  public void close() {
    process.close();
  }

  private BackgroundProcess launch() {
    starts++;
    return BackgroundProcess.start(
        "worker " + name, command, home.resolve("worker-" + starts + ".log"));
  }
}
