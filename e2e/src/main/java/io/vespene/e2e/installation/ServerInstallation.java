package io.vespene.e2e.installation;

import io.vespene.e2e.process.BackgroundProcess;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.process.Folder;
import io.vespene.e2e.process.FreePort;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.RestClient;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A server on an ordinary PostgreSQL, each a process that a test may end without the other. */
public final class ServerInstallation implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(40);

  private final Folder folder = Folder.create("server");
  private final PostgresCluster database = PostgresCluster.start();
  private final int port = FreePort.find();
  private final String token;
  private final Workers workers;
  private BackgroundProcess server;

  private ServerInstallation() {
    administer("", "generate-secret");
    administer("", "migrate");
    administer(
        "a password for tests\n",
        "create-superuser",
        "admin",
        "--password-file",
        "-",
        "--token-file",
        folder.resolve("admin-token").toString());
    token = Command.of("cat", folder.resolve("admin-token").toString()).output().strip();
    workers = new Workers(folder, url(), UnaryOperator.identity());
    server = launch();
  }

  /** Makes an installation as the user guide describes it, and starts its server. */
  public static ServerInstallation start() {
    return new ServerInstallation();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Returns the API as the superuser "admin" sees it. */
  public Api api() {
    return new Api(new RestClient(url(), token));
  }

  /** Returns a folder for what the test itself needs, deleted with the installation. */
  public Folder folder() {
    return folder;
  }

  public PostgresCluster database() {
    return database;
  }

  public BackgroundProcess server() {
    return server;
  }

  /** Starts a worker. */
  public WorkerProcess startWorker(String name, String pool, String... options) {
    return workers.start(token, name, pool, List.of(options));
  }

  /** Ends the server in good order. */
  public void stopServer() {
    server.signal(BackgroundProcess.Signal.TERM);
    server.awaitExit(STOP);
  }

  /** Starts the server after it has ended, and waits until it is ready. */
  public void startServer() {
    server = launch();
  }

  /** Ends the server as a power failure would, and starts it again. */
  public void crashServer() {
    server.kill();
    startServer();
  }

  @Override
  public void close() {
    workers.close();
    server.close();
    database.close();
    folder.close();
  }

  private BackgroundProcess launch() {
    Command command =
        VespeneProgram.call(folder, "server", "--port", Integer.toString(port)).with(settings());
    var started = BackgroundProcess.start("vespene server", command, folder.resolve("server.log"));
    started.awaitOutput(Pattern.compile("Vespene server is ready at .*:" + port + "\\b"), START);
    return started;
  }

  private void administer(String input, String... arguments) {
    VespeneProgram.call(folder, arguments).with(settings()).reading(input).output();
  }

  private Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("VESPENE_DATABASE_URL", database.url().toString());
    settings.put("VESPENE_KEYSET_FILE", folder.resolve("keyset.json").toString());
    settings.put("VESPENE_ALLOW_UNISOLATED", "true");
    return settings;
  }
}
