package io.vespene.bench;

import io.vespene.e2e.installation.PostgresCluster;
import io.vespene.e2e.installation.ServerInstallation;
import io.vespene.e2e.rest.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the server takes for pages, with 1,000 projects and 1,000,000 builds. It is measured
 * where the request is sent, so that what the connection takes is part of it.
 */
final class PageTimes implements Measurement {
  private static final int PROJECTS = 1_000;
  private static final int BUILDS_OF_EACH = 1_000;
  private static final int WARM_UP = 300;
  private static final int MEASURED = 200;
  private static final double GOAL_MILLIS = 20;
  private static final Duration BUILD_LIMIT = Duration.ofSeconds(60);

  @Override
  public List<Figure> measure() {
    try (var installation = ServerInstallation.start()) {
      Api api = installation.api();
      api.createPool("bench", Map.of("isolation", "none"));
      api.createProject("bench", "bench", "#!/bin/sh\necho hello\n", Map.of());
      installation.startWorker("bench", "bench");
      long build = api.start("bench");
      api.awaitEnd(build, BUILD_LIMIT);
      fill(installation.database(), build);
      return measure(installation, build);
    }
  }

  private static List<Figure> measure(ServerInstallation installation, long build) {
    var pages = new LinkedHashMap<String, String>();
    pages.put("page-home-p95", "/");
    pages.put("page-build-p95", "/builds/" + build);
    pages.put("page-builds-p95", "/builds");
    pages.put("page-project-p95", "/projects/" + PROJECTS);
    pages.put("page-search-p95", "/search/hits?text=project-77");
    PageReader reader = PageReader.logIn(installation.url(), ServerInstallation.PASSWORD);
    var figures = new ArrayList<Figure>();
    pages.forEach((name, path) ->
        figures.add(
            new Figure(
                name, p95(reader, path), "ms", Figure.NO_FLOOR, new Goal.AtMost(GOAL_MILLIS))));
    return figures;
  }

  private static double p95(PageReader reader, String path) {
    for (int count = 0; count < WARM_UP; count++) {
      reader.read(path);
    }
    var times = new ArrayList<Duration>();
    for (int count = 0; count < MEASURED; count++) {
      times.add(Repeated.time(() -> reader.read(path)));
    }
    times.sort(null);
    return times.get(MEASURED * 95 / 100).toNanos() / 1e6;
  }

  /** Copies the project and the build; every tenth build has failed. */
  private static void fill(PostgresCluster database, long build) {
    database.query(
        """
        INSERT INTO projects OVERRIDING SYSTEM VALUE
        SELECT (jsonb_populate_record(p, jsonb_build_object(
            'id', nextval(pg_get_serial_sequence('projects', 'id')),
            'name', 'project-' || number))).*
        FROM builds b JOIN projects p ON p.id = b.project_id, generate_series(2, %d) number
        WHERE b.id = %d
        """
            .formatted(PROJECTS, build));
    database.query(
        """
        SET session_replication_role = replica;
        WITH copies AS (
          INSERT INTO builds OVERRIDING SYSTEM VALUE
          SELECT (jsonb_populate_record(b, jsonb_build_object(
              'id', nextval(pg_get_serial_sequence('builds', 'id')),
              'project_id', p.id,
              'status', CASE WHEN number %% 10 = 0 THEN 'FAILURE' ELSE 'SUCCESS' END))).*
          FROM builds b, generate_series(1, %d) number, projects p WHERE b.id = %d
          RETURNING id
        )
        INSERT INTO build_inputs
        SELECT (jsonb_populate_record(i, jsonb_build_object('build_id', copies.id))).*
        FROM copies, build_inputs i WHERE i.build_id = %d;
        """
            .formatted(BUILDS_OF_EACH, build, build));
    database.query("VACUUM ANALYZE");
  }
}
