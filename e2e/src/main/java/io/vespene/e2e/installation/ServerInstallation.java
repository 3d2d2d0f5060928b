package io.vespene.e2e.installation;

import io.vespene.e2e.process.Command;
import io.vespene.e2e.process.Folder;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.RestClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A server on an ordinary PostgreSQL, each a process that a test may end without the other. */
public final class ServerInstallation implements AutoCloseable {
  /** Of the superuser "admin". */
  public static final String PASSWORD = "a password for tests";

  private final Folder folder = Folder.create("server");
  private final PostgresCluster database = PostgresCluster.start();
  private final Map<String, String> settings;
  private final String token;
  private final ServerProcess server;
  private final List<ServerProcess> more = new ArrayList<>();
  private final Workers workers;

  private ServerInstallation(Map<String, String> extra) {
    settings = settings(extra);
    administer("", "generate-secret");
    administer("", "migrate");
    administer(
        PASSWORD + "\n",
        "create-superuser",
        "admin",
        "--password-file",
        "-",
        "--token-file",
        folder.resolve("admin-token").toString());
    token = Command.of("cat", folder.resolve("admin-token").toString()).output().strip();
    server = launch("server");
    workers = new Workers(folder, UnaryOperator.identity());
  }

  /** Makes an installation as the user guide describes it, and starts its server. */
  public static ServerInstallation start() {
    return start(Map.of());
  }

  /**
   * Makes an installation and starts its server.
   *
   * @param settings by the names of their environment variables, beyond those that it needs
   */
  public static ServerInstallation start(Map<String, String> settings) {
    return new ServerInstallation(settings);
  }

  public URI url() {
    return server.url();
  }

  /** Starts one more server on the same database. */
  public ServerProcess startAnotherServer() {
    ServerProcess another = launch("server-" + (more.size() + 2));
    more.add(another);
    return another;
  }

  /** Returns the API as the superuser "admin" sees it. */
  public Api api() {
    return api(url());
  }

  /** Returns a folder for what the test itself needs, deleted with the installation. */
  public Folder folder() {
    return folder;
  }

  public PostgresCluster database() {
    return database;
  }

  public ServerProcess server() {
    return server;
  }

  /** Returns the API as the superuser "admin" sees it from another address, such as a proxy's. */
  public Api api(URI address) {
    return new Api(new RestClient(address, token));
  }

  /** Returns the client as the superuser "admin" calls it. */
  public Command client(String... arguments) {
    return workers.client(url(), token, arguments);
  }

  /** Starts a worker. */
  public WorkerProcess startWorker(String name, String pool, String... options) {
    return startWorker(url(), name, pool, options);
  }

  /** Starts a worker that finds the servers at another address, such as a proxy's. */
  public WorkerProcess startWorker(URI address, String name, String pool, String... options) {
    return workers.start(address, token, name, pool, List.of(options));
  }

  /** Ends the server in good order. */
  public void stopServer() {
    server.stop();
  }

  /** Starts the server after it has ended, and waits until it is ready. */
  public void startServer() {
    server.startAgain();
    server.awaitReady();
  }

  /** Ends the server as a power failure would, and starts it again. */
  public void crashServer() {
    server.kill();
    startServer();
  }

  @Override
  public void close() {
    workers.close();
    more.forEach(ServerProcess::close);
    server.close();
    database.close();
    folder.close();
  }

  private ServerProcess launch(String name) {
    return new ServerProcess(
        arguments -> VespeneProgram.call(folder, arguments),
        settings,
        folder.resolve(name + ".log"));
  }

  /** Returns an administration command, with the settings of this installation. */
  public Command administration(String... arguments) {
    return VespeneProgram.call(folder, arguments).with(settings);
  }

  private void administer(String input, String... arguments) {
    VespeneProgram.call(folder, arguments).with(settings).reading(input).output();
  }

  private Map<String, String> settings(Map<String, String> extra) {
    var all = new HashMap<>(extra);
    all.put("VESPENE_DATABASE_URL", database.url().toString());
    all.put("VESPENE_KEYSET_FILE", folder.resolve("keyset.json").toString());
    all.put("VESPENE_ALLOW_UNISOLATED", "true");
    return all;
  }
}
