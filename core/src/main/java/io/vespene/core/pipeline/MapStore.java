package io.vespene.core.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements that draw the map of a pipeline. */
final class MapStore {
  private final Handle handle;

  MapStore(Handle handle) {
    this.handle = handle;
  }

  private record Column(
      int position, String name, Optional<Instant> startedAt, Optional<MapStage.Card> card) {}

  /** The stages and projects as they are, without builds. */
  List<MapStage> ofPipeline(long pipeline) {
    return stages(
        handle
            .createQuery(
                """
                SELECT a.position, s.name AS stage, NULL::timestamptz AS reached_at,
                  j.id AS project, j.name AS project_name, j.pipeline_enabled AS takes_part,
                  false AS due, NULL::bigint AS build, NULL::text AS status,
                  NULL::timestamptz AS started_at, NULL::timestamptz AS ended_at
                FROM pipeline_stages a
                JOIN stages s ON s.id = a.stage_id
                LEFT JOIN projects j ON j.pipeline_id = a.pipeline_id AND j.stage_id = a.stage_id
                WHERE a.pipeline_id = :pipeline
                ORDER BY a.position, j.name
                """)
            .bind("pipeline", pipeline)
            .map((row, _) -> column(row))
            .list());
  }

  /**
   * The stages of the run. Those it has reached show the projects that took part, those before it
   * the projects that are in them now.
   */
  List<MapStage> ofRun(long run) {
    return stages(
        handle
            .createQuery(
                """
                SELECT s.position, s.name AS stage, s.started_at AS reached_at,
                  j.id AS project, j.name AS project_name, coalesce(takes_part, true) AS takes_part,
                  coalesce(card.due, false) AS due, newest.id AS build, newest.status,
                  newest.started_at, newest.ended_at
                FROM pipeline_runs r
                JOIN pipeline_run_stages s ON s.run_id = r.id
                LEFT JOIN LATERAL (
                  SELECT m.project_id, m.due, true AS takes_part FROM pipeline_run_projects m
                  WHERE m.run_id = r.id AND m.position = s.position
                  UNION ALL
                  SELECT p.id, false, p.pipeline_enabled FROM projects p
                  WHERE s.started_at IS NULL AND s.position > r.position
                    AND r.status IN ('RUNNING', 'FAILURE')
                    AND p.pipeline_id = r.pipeline_id AND p.stage_id = s.stage_id) card ON true
                LEFT JOIN projects j ON j.id = card.project_id
                LEFT JOIN LATERAL (
                  SELECT b.id, b.status, b.started_at, b.ended_at
                  FROM pipeline_run_builds l JOIN builds b ON b.id = l.build_id
                  WHERE l.run_id = r.id AND l.position = s.position
                    AND l.project_id = card.project_id
                  ORDER BY l.build_id DESC LIMIT 1) newest ON true
                WHERE r.id = :run
                ORDER BY s.position, j.name
                """)
            .bind("run", run)
            .map((row, _) -> column(row))
            .list());
  }

  private static List<MapStage> stages(List<Column> columns) {
    var stages = new ArrayList<MapStage>();
    for (int from = 0; from < columns.size(); ) {
      int position = columns.get(from).position();
      List<Column> same =
          columns.subList(from, columns.size()).stream()
              .takeWhile(column -> column.position() == position)
              .toList();
      stages.add(
          new MapStage(
              same.getFirst().name(),
              same.getFirst().startedAt(),
              same.stream().flatMap(column -> column.card().stream()).toList()));
      from += same.size();
    }
    return stages;
  }

  private static Column column(ResultSet row) throws SQLException {
    return new Column(
        row.getInt("position"), row.getString("stage"), instant(row, "reached_at"), card(row));
  }

  private static Optional<MapStage.Card> card(ResultSet row) throws SQLException {
    String name = row.getString("project_name");
    return name == null
        ? Optional.empty()
        : Optional.of(
            new MapStage.Card(
                row.getLong("project"),
                name,
                row.getBoolean("takes_part"),
                row.getBoolean("due"),
                build(row)));
  }

  private static Optional<MapStage.CardBuild> build(ResultSet row) throws SQLException {
    String status = row.getString("status");
    return status == null
        ? Optional.empty()
        : Optional.of(
            new MapStage.CardBuild(
                row.getLong("build"),
                status,
                instant(row, "started_at"),
                instant(row, "ended_at")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
