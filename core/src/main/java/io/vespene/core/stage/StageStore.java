package io.vespene.core.stage;

import io.vespene.core.database.JsonColumn;
import io.vespene.core.database.TextArray;
import io.vespene.core.variable.ObjectVariables;
import io.vespene.core.variable.VariableSets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements about stages. */
final class StageStore {
  private final Handle handle;

  StageStore(Handle handle) {
    this.handle = handle;
  }

  /** Empty if the name is taken. Needs a transaction. */
  Optional<Stage> insert(StageDraft draft, String createdBy) {
    Optional<Long> id =
        handle
            .createQuery(
                """
                INSERT INTO stages (name, description, variables, created_by)
                VALUES (:name, :description, :variables::json, :createdBy)
                ON CONFLICT (name) DO NOTHING
                RETURNING id
                """)
            .bind("name", draft.name())
            .bind("description", draft.description())
            .bind("variables", JsonColumn.write(draft.variables().own()))
            .bind("createdBy", createdBy)
            .mapTo(Long.class)
            .findOne();
    id.ifPresent(stage -> attach(stage, draft.variables().sets()));
    return id.flatMap(this::find);
  }

  /** Empty if it is not of this version any more. Needs a transaction. */
  Optional<Stage> update(long id, int version, StageDraft draft) {
    int updated =
        handle
            .createUpdate(
                """
                UPDATE stages SET name = :name, description = :description,
                  variables = :variables::json, version = version + 1
                WHERE id = :id AND version = :version
                """)
            .bind("name", draft.name())
            .bind("description", draft.description())
            .bind("variables", JsonColumn.write(draft.variables().own()))
            .bind("id", id)
            .bind("version", version)
            .execute();
    if (updated == 0) {
      return Optional.empty();
    }
    handle
        .createUpdate("DELETE FROM stage_variable_sets WHERE stage_id = :id")
        .bind("id", id)
        .execute();
    attach(id, draft.variables().sets());
    return find(id);
  }

  private void attach(long stage, List<String> sets) {
    int attached =
        handle
            .createUpdate(
                """
                INSERT INTO stage_variable_sets (stage_id, variable_set_id, position)
                SELECT :stage, s.id, given.position
                FROM unnest(:sets::text[]) WITH ORDINALITY AS given (name, position)
                JOIN variable_sets s ON s.name = given.name
                """)
            .bind("stage", stage)
            .bindArray("sets", String.class, sets.toArray())
            .execute();
    VariableSets.requireAttached(attached, sets);
  }

  void delete(long id) {
    handle.createUpdate("DELETE FROM stages WHERE id = :id").bind("id", id).execute();
  }

  Optional<Stage> find(long id) {
    return handle
        .createQuery(
            """
            SELECT g.*, ARRAY(
                SELECT s.name
                FROM stage_variable_sets a JOIN variable_sets s ON s.id = a.variable_set_id
                WHERE a.stage_id = g.id ORDER BY a.position) AS variable_sets
            FROM stages g WHERE g.id = :id
            """)
        .bind("id", id)
        .map((row, _) -> stage(row))
        .findOne();
  }

  Optional<Stage> find(String name) {
    return handle
        .createQuery(
            """
            SELECT g.*, ARRAY(
                SELECT s.name
                FROM stage_variable_sets a JOIN variable_sets s ON s.id = a.variable_set_id
                WHERE a.stage_id = g.id ORDER BY a.position) AS variable_sets
            FROM stages g WHERE g.name = :name
            """)
        .bind("name", name)
        .map((row, _) -> stage(row))
        .findOne();
  }

  List<Stage> list() {
    return handle
        .createQuery(
            """
            SELECT g.*, ARRAY(
                SELECT s.name
                FROM stage_variable_sets a JOIN variable_sets s ON s.id = a.variable_set_id
                WHERE a.stage_id = g.id ORDER BY a.position) AS variable_sets
            FROM stages g ORDER BY g.name
            """)
        .map((row, _) -> stage(row))
        .list();
  }

  /** The names of pipelines that have the stage. */
  List<String> pipelinesOf(long id) {
    return handle
        .createQuery(
            """
            SELECT p.name
            FROM pipeline_stages a JOIN pipelines p ON p.id = a.pipeline_id
            WHERE a.stage_id = :id
            ORDER BY p.name
            """)
        .bind("id", id)
        .mapTo(String.class)
        .list();
  }

  private static Stage stage(ResultSet row) throws SQLException {
    return new Stage(
        row.getLong("id"),
        new StageDraft(
            row.getString("name"),
            row.getString("description"),
            new ObjectVariables(
                JsonColumn.read(row.getString("variables")),
                TextArray.read(row.getArray("variable_sets")))),
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("version"));
  }
}
