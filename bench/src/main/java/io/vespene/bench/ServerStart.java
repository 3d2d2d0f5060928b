package io.vespene.bench;

import io.vespene.e2e.installation.ServerInstallation;
import java.time.Duration;
import java.util.List;

/** From the start of a server's process to its first page, on a database that is there already. */
final class ServerStart implements Measurement {
  private static final int STARTS = 5;

  @Override
  public List<Figure> measure() {
    JavaFloor floor = JavaFloor.measure();
    try (var installation = ServerInstallation.start()) {
      double start = Repeated.medianMillis(STARTS, () -> firstPage(installation));
      double idle = JavaFloor.mebibytes(installation.server().process().pid());
      return List.of(
          new Figure(
              "server-start-to-page", start, "ms", floor.startMillis(), new Goal.AtMost(2500)),
          new Figure(
              "server-resident-memory",
              idle,
              "MiB",
              floor.residentMebibytes(),
              new Goal.AtMost(300)));
    }
  }

  private static Duration firstPage(ServerInstallation installation) {
    installation.stopServer();
    return Repeated.time(() -> {
      installation.startServer();
      installation.api().rest().get("/login").require(200);
    });
  }
}
