package io.vespene.e2e.installation;

import io.vespene.e2e.process.BackgroundProcess;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.process.Folder;
import io.vespene.e2e.process.FreePort;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.RestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What "vespene up" makes of an empty folder, and the workers that join it from outside. */
public final class Installation implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(40);

  private final Folder folder = Folder.create("installation");
  private final int port = FreePort.find();
  private final UnaryOperator<Command> surroundings;
  private final Workers workers;
  private BackgroundProcess process;

  private Installation(UnaryOperator<Command> surroundings) {
    this.surroundings = surroundings;
    this.workers = new Workers(folder, surroundings);
    this.process = launch();
  }

  /** Starts an installation with the settings of a fresh machine. */
  public static Installation up() {
    return up(UnaryOperator.identity());
  }

  /**
   * Starts an installation.
   *
   * @param surroundings gives its process, and those of its workers, variables or files that a
   *     fresh machine has not
   */
  public static Installation up(UnaryOperator<Command> surroundings) {
    return new Installation(surroundings);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Returns the API as the superuser "admin" sees it. */
  public Api api() {
    return new Api(new RestClient(url(), adminToken()));
  }

  public String adminPassword() {
    return secret("admin-password");
  }

  public String adminToken() {
    return secret("admin-token");
  }

  /** Returns a folder for what the test itself needs, deleted with the installation. */
  public Folder folder() {
    return folder;
  }

  public Path dataFolder() {
    return folder.resolve("data");
  }

  /** Returns the process that holds database, server and worker. */
  public BackgroundProcess process() {
    return process;
  }

  /** Returns the client as the superuser "admin" calls it. */
  public Command client(String... arguments) {
    return workers.client(url(), adminToken(), arguments);
  }

  /**
   * Starts a worker of its own beside the installation.
   *
   * @param options such as "--slots", "2"
   */
  public WorkerProcess startWorker(String name, String pool, String... options) {
    return workers.start(url(), adminToken(), name, pool, List.of(options));
  }

  /** Ends it in good order. */
  public void stop() {
    process.signal(BackgroundProcess.Signal.TERM);
    process.awaitExit(STOP);
  }

  /** Starts it again after it has ended. */
  public void startAgain() {
    process = launch();
  }

  @Override
  public void close() {
    workers.close();
    process.close();
    folder.close();
  }

  private BackgroundProcess launch() {
    Command command =
        VespeneProgram.call(
            folder, "up", "--port", Integer.toString(port), "--data-dir", dataFolder().toString());
    var started =
        BackgroundProcess.start(
            "vespene up", surroundings.apply(command), folder.resolve("up.log"));
    started.awaitOutput(
        Pattern.compile("Vespene is ready at " + Pattern.quote(url().toString())), START);
    return started;
  }

  private String secret(String file) {
    try {
      return Files.readString(dataFolder().resolve(file)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
