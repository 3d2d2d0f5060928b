package io.vespene.core.pipeline;

import io.vespene.core.database.JsonColumn;
import io.vespene.core.database.TextArray;
import io.vespene.core.variable.ObjectVariables;
import io.vespene.core.variable.VariableSets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The statements about pipelines. */
final class PipelineStore {
  private final Handle handle;

  PipelineStore(Handle handle) {
    this.handle = handle;
  }

  /** Empty if the name is taken. Needs a transaction. */
  Optional<Pipeline> insert(PipelineDraft draft, String createdBy) {
    Optional<Long> id =
        bind(
                draft,
                handle.createQuery(
                    """
                    INSERT INTO pipelines (name, description, enabled, variables, created_by)
                    VALUES (:name, :description, :enabled, :variables::json, :createdBy)
                    ON CONFLICT (name) DO NOTHING
                    RETURNING id
                    """))
            .bind("createdBy", createdBy)
            .mapTo(Long.class)
            .findOne();
    id.ifPresent(pipeline -> attach(pipeline, draft));
    return id.flatMap(this::find);
  }

  /** Empty if it is not of this version any more. Needs a transaction. */
  Optional<Pipeline> update(long id, int version, PipelineDraft draft) {
    int updated =
        bind(
                draft,
                handle.createUpdate(
                    """
                    UPDATE pipelines SET name = :name, description = :description,
                      enabled = :enabled, variables = :variables::json, version = version + 1
                    WHERE id = :id AND version = :version
                    """))
            .bind("id", id)
            .bind("version", version)
            .execute();
    if (updated == 0) {
      return Optional.empty();
    }
    handle
        .createUpdate("DELETE FROM pipeline_variable_sets WHERE pipeline_id = :id")
        .bind("id", id)
        .execute();
    attach(id, draft);
    return find(id);
  }

  private void attach(long pipeline, PipelineDraft draft) {
    List<String> sets = draft.variables().sets();
    int attached =
        handle
            .createUpdate(
                """
                INSERT INTO pipeline_variable_sets (pipeline_id, variable_set_id, position)
                SELECT :pipeline, s.id, given.position
                FROM unnest(:sets::text[]) WITH ORDINALITY AS given (name, position)
                JOIN variable_sets s ON s.name = given.name
                """)
            .bind("pipeline", pipeline)
            .bindArray("sets", String.class, sets.toArray())
            .execute();
    VariableSets.requireAttached(attached, sets);
    replaceStages(pipeline, draft.stages());
  }

  /** Stages that stay keep their rows, which projects refer to. */
  private void replaceStages(long pipeline, List<String> stages) {
    handle
        .createUpdate(
            """
            DELETE FROM pipeline_stages a USING stages s
            WHERE a.pipeline_id = :pipeline AND s.id = a.stage_id AND s.name <> ALL(:stages)
            """)
        .bind("pipeline", pipeline)
        .bindArray("stages", String.class, stages.toArray())
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO pipeline_stages (pipeline_id, stage_id, position)
            SELECT :pipeline, s.id, given.position
            FROM unnest(:stages::text[]) WITH ORDINALITY AS given (name, position)
            JOIN stages s ON s.name = given.name
            ON CONFLICT (pipeline_id, stage_id) DO UPDATE SET position = excluded.position
            """)
        .bind("pipeline", pipeline)
        .bindArray("stages", String.class, stages.toArray())
        .execute();
  }

  void delete(long id) {
    handle.createUpdate("DELETE FROM pipelines WHERE id = :id").bind("id", id).execute();
  }

  Optional<Pipeline> find(long id) {
    return handle
        .createQuery(
            """
            SELECT p.*, ARRAY(
                SELECT s.name
                FROM pipeline_variable_sets a JOIN variable_sets s ON s.id = a.variable_set_id
                WHERE a.pipeline_id = p.id ORDER BY a.position) AS variable_sets,
              ARRAY(
                SELECT s.name FROM pipeline_stages a JOIN stages s ON s.id = a.stage_id
                WHERE a.pipeline_id = p.id ORDER BY a.position) AS stages
            FROM pipelines p WHERE p.id = :id
            """)
        .bind("id", id)
        .map((row, _) -> pipeline(row))
        .findOne();
  }

  Optional<Pipeline> find(String name) {
    return handle
        .createQuery(
            """
            SELECT p.*, ARRAY(
                SELECT s.name
                FROM pipeline_variable_sets a JOIN variable_sets s ON s.id = a.variable_set_id
                WHERE a.pipeline_id = p.id ORDER BY a.position) AS variable_sets,
              ARRAY(
                SELECT s.name FROM pipeline_stages a JOIN stages s ON s.id = a.stage_id
                WHERE a.pipeline_id = p.id ORDER BY a.position) AS stages
            FROM pipelines p WHERE p.name = :name
            """)
        .bind("name", name)
        .map((row, _) -> pipeline(row))
        .findOne();
  }

  List<Pipeline> list() {
    return handle
        .createQuery(
            """
            SELECT p.*, ARRAY(
                SELECT s.name
                FROM pipeline_variable_sets a JOIN variable_sets s ON s.id = a.variable_set_id
                WHERE a.pipeline_id = p.id ORDER BY a.position) AS variable_sets,
              ARRAY(
                SELECT s.name FROM pipeline_stages a JOIN stages s ON s.id = a.stage_id
                WHERE a.pipeline_id = p.id ORDER BY a.position) AS stages
            FROM pipelines p ORDER BY p.name
            """)
        .map((row, _) -> pipeline(row))
        .list();
  }

  /** Those of the names that stages have. */
  List<String> knownStages(List<String> names) {
    return handle
        .createQuery("SELECT name FROM stages WHERE name = ANY(:names)")
        .bindArray("names", String.class, names.toArray())
        .mapTo(String.class)
        .list();
  }

  /** The names of projects that are in other stages of the pipeline than these. */
  List<String> projectsOutside(long id, List<String> stages) {
    return handle
        .createQuery(
            """
            SELECT p.name
            FROM projects p JOIN stages s ON s.id = p.stage_id
            WHERE p.pipeline_id = :id AND s.name <> ALL(:stages)
            ORDER BY p.name
            """)
        .bind("id", id)
        .bindArray("stages", String.class, stages.toArray())
        .mapTo(String.class)
        .list();
  }

  private static <S extends SqlStatement<S>> S bind(PipelineDraft draft, S statement) {
    return statement
        .bind("name", draft.name())
        .bind("description", draft.description())
        .bind("enabled", draft.enabled())
        .bind("variables", JsonColumn.write(draft.variables().own()));
  }

  private static Pipeline pipeline(ResultSet row) throws SQLException {
    return new Pipeline(
        row.getLong("id"),
        new PipelineDraft(
            row.getString("name"),
            row.getString("description"),
            row.getBoolean("enabled"),
            TextArray.read(row.getArray("stages")),
            new ObjectVariables(
                JsonColumn.read(row.getString("variables")),
                TextArray.read(row.getArray("variable_sets")))),
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("version"));
  }
}
