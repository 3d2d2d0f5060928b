package io.vespene.bench;

import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.installation.PostgresCluster;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.BuildView;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Lines of 80 bytes from a script to the database, until the last one is stored. */
final class LogLines implements Measurement {
  private static final int LINES = 2_000_000;
  private static final int LINE_BYTES = 80;
  private static final int ROW_BYTES = 64 * 1024;
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String SCRIPT =
      "#!/bin/sh\nyes '%s' | head -n %d\n".formatted("x".repeat(LINE_BYTES - 1), LINES);

  @Override
  public List<Figure> measure() {
    try (var installation = Installation.up()) {
      return measure(installation);
    }
  }

  private static List<Figure> measure(Installation installation) {
    Api api = installation.api();
    api.createPool("bench", Map.of("isolation", "none"));
    api.createProject("lines", "bench", SCRIPT, Map.of("scm_type", "none"));
    installation.startWorker("bench", "bench");
    rate(api);
    return List.of(
        new Figure("log-lines", rate(api), "lines/s", floor(), new Goal.AtLeast(300_000)));
  }

  private static double rate(Api api) {
    BuildView build = api.awaitEnd(api.start("lines"), LIMIT);
    if (!build.status().equals("SUCCESS") || build.json().get("log_lines").asLong() < LINES) {
      throw new AssertionError("Lines are missing: " + build);
    }
    return LINES * 1e9 / Duration.between(build.startedAt(), build.endedAt()).toNanos();
  }

  /** Returns how many lines a second rows of 64 KiB bring into PostgreSQL, one commit each. */
  private static double floor() {
    byte[] row = new byte[ROW_BYTES];
    new Random(1).nextBytes(row);
    int rows = LINES / (ROW_BYTES / LINE_BYTES);
    try (var cluster = PostgresCluster.start();
        Connection connection = DriverManager.getConnection(cluster.jdbcUrl())) {
      cluster.query("CREATE TABLE rows (data bytea)");
      cluster.query("ALTER TABLE rows ALTER data SET STORAGE EXTERNAL");
      long begin = System.nanoTime();
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO rows (data) VALUES (?)")) {
        for (int i = 0; i < rows; i++) {
          insert.setBytes(1, row);
          insert.execute();
        }
      }
      return LINES * 1e9 / (System.nanoTime() - begin);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
