package io.vespene.e2e.chaos;

import io.vespene.e2e.installation.ServerInstallation;
import io.vespene.e2e.installation.ServerProcess;
import io.vespene.e2e.installation.WorkerProcess;
import io.vespene.e2e.process.Await;
import io.vespene.e2e.rest.Api;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL, two servers behind a load balancer, and workers: each may be broken. */
final class Arena implements AutoCloseable {
  static final String STEADY = "steady";
  static final String STUBBORN = "stubborn";

  /** Times of the engine, short enough for everything to happen often. */
  private static final Map<String, String> HASTE =
      Map.of(
          "VESPENE_ENGINE_HAND_OVER", "3s",
          "VESPENE_ENGINE_POLL_HOLD", "2s",
          "VESPENE_ENGINE_UNREACHABLE_AFTER", "4s",
          "VESPENE_ENGINE_REAP_EVERY", "1s");

  private static final int LOST_AFTER_SECONDS = 12;
  private static final String POOL = "chaos";
  private static final Duration ANSWER = Duration.ofMinutes(2);

  private final ServerInstallation installation = ServerInstallation.start(HASTE);
  private final List<ServerProcess> servers;
  private final LoadBalancer balancer;
  private final List<WorkerProcess> workers = new ArrayList<>();
  private final Path records = installation.folder().folder("records");

  Arena(int workerCount) {
    servers = List.of(installation.server(), installation.startAnotherServer());
    balancer = new LoadBalancer(servers.stream().map(ServerProcess::port).toList());
    Api api = api();
    api.createPool(
        POOL,
        Map.of(
            "isolation",
            "none",
            "build_latest_only",
            false,
            "lost_after_seconds",
            LOST_AFTER_SECONDS));
    String script = ChaosScript.text(records);
    api.createProject(STEADY, POOL, script, Map.of("max_running", 0));
    api.createProject(STUBBORN, POOL, script, Map.of("max_running", 0, "retry_lost", 3));
    for (int i = 1; i <= workerCount; i++) {
      workers.add(installation.startWorker(balancer.url(), "w" + i, POOL, "--slots", "2"));
    }
  }

  Api api() {
    return installation.api(balancer.url());
  }

  List<ServerProcess> servers() {
    return servers;
  }

  List<WorkerProcess> workers() {
    return workers;
  }

  LoadBalancer balancer() {
    return balancer;
  }

  /** Where the scripts note that they ran. */
  Path records() {
    return records;
  }

  /** Everything that belongs to the installation lies below it. */
  Path folder() {
    return installation.folder().path();
  }

  String query(String statement) {
    return installation.database().query(statement);
  }

  void crashDatabase() {
    installation.database().crashAndRestart();
  }

  /** Everything runs again, whatever was broken before. */
  void heal() {
    for (ServerProcess server : servers) {
      if (!server.process().alive()) {
        server.startAgain();
      }
      server.awaitReady();
    }
    for (WorkerProcess worker : workers) {
      if (worker.process().alive()) {
        worker.thaw();
      } else {
        worker.startAgain();
      }
    }
    Api api = api();
    Await.until("a server to answer", ANSWER, () -> isReady(api));
  }

  private static boolean isReady(Api api) {
    try {
      return api.rest().get("/health/ready").status() == 200;
    } catch (UncheckedIOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    balancer.close();
    installation.close();
  }
}
