package io.vespene.e2e.installation;

import io.vespene.e2e.Checkout;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What "vespene up" makes of an empty folder, and the workers that join it from outside. */
public final class Installation implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(40);

  private final Folder folder = Folder.create("installation");
  private final int port = FreePort.find();
  private final List<WorkerProcess> workers = new ArrayList<>();
  private final Map<String, String> settings;
  private BackgroundProcess process;

  private Installation(Map<String, String> settings) {
    this.settings = settings;
    this.process = launch();
  }

  /** Starts an installation with the settings of a fresh machine. */
  public static Installation up() {
    return up(Map.of());
  }

  /**
   * Starts an installation.
   *
   * @param settings environment variables such as VESPENE_WORKER_UNREACHABLE_AFTER
   */
  public static Installation up(Map<String, String> settings) {
    return new Installation(settings);
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
    return program(arguments)
        .with("VESPENE_URL", url().toString())
        .with("VESPENE_TOKEN", adminToken());
  }

  /**
   * Starts a worker of its own beside the installation.
   *
   * @param options such as "--slots", "2"
   */
  public WorkerProcess startWorker(String name, String pool, String... options) {
    Path token = folder.resolve("token-" + pool);
    if (!Files.exists(token)) {
      folder.file("token-" + pool, client("pool", "token", pool).output());
      Command.of("chmod", "600", token.toString()).output();
    }
    var arguments = new ArrayList<>(List.of("worker", pool, "--name", name));
    arguments.addAll(List.of("--server", url().toString(), "--token-file", token.toString()));
    arguments.addAll(List.of(options));
    Path home = folder.folder("worker-" + name);
    var command =
        program(arguments.toArray(String[]::new))
            .with("VESPENE_ALLOW_UNISOLATED", "true")
            .with("VESPENE_DATA_DIR", home.toString())
            .with(settings);
    var worker = new WorkerProcess(name, command, home);
    workers.add(worker);
    return worker;
  }

  /** Ends it in good order, as Ctrl-C does. */
  public void stop() {
    process.signal(BackgroundProcess.Signal.INT);
    process.awaitExit(STOP);
  }

  /** Starts it again after it has ended. */
  public void startAgain() {
    process = launch();
  }

  @Override
  public void close() {
    workers.forEach(WorkerProcess::close);
    process.close();
    folder.close();
  }

  private BackgroundProcess launch() {
    Command command =
        program("up", "--port", Integer.toString(port), "--data-dir", dataFolder().toString())
            .with(settings);
    var started = BackgroundProcess.start("vespene up", command, folder.resolve("up.log"));
    started.awaitOutput(
        Pattern.compile("Vespene is ready at " + Pattern.quote(url().toString())), START);
    return started;
  }

  private Command program(String... arguments) {
    var all = new ArrayList<>(List.of(Checkout.program().toString()));
    all.addAll(List.of(arguments));
    return Command.of(all)
        .in(folder.path())
        .with("HOME", folder.folder("home").toString())
        .with("JAVA_HOME", System.getProperty("java.home"));
  }

  private String secret(String file) {
    try {
      return Files.readString(dataFolder().resolve(file)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
