package io.vespene.core.variable;

import io.vespene.core.database.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The statements about variable sets. */
final class VariableSetStore {
  private final Handle handle;

  VariableSetStore(Handle handle) {
    this.handle = handle;
  }

  /**
   * A set as it is stored.
   *
   * @param shown the set as anybody may see it
   * @param secretValues the encrypted values of a secret set
   */
  record Row(VariableSet shown, Optional<byte[]> secretValues) {}

  /** A number for a set to be made: its values are encrypted for the row they will stand in. */
  long nextId() {
    return handle
        .createQuery("SELECT nextval(pg_get_serial_sequence('variable_sets', 'id'))")
        .mapTo(Long.class)
        .one();
  }

  /** Whether the name was free. */
  boolean insert(long id, VariableSetDraft draft, Optional<byte[]> secretValues, String createdBy) {
    return bind(
                draft,
                secretValues,
                handle
                    .createUpdate(
                        """
                        INSERT INTO variable_sets (id, name, description, secret, variables,
                          secret_values, created_by)
                        OVERRIDING SYSTEM VALUE
                        VALUES (:id, :name, :description, :secret, :variables::json,
                          :secretValues, :createdBy)
                        ON CONFLICT (name) DO NOTHING
                        """)
                    .bind("id", id)
                    .bind("createdBy", createdBy))
            .execute()
        == 1;
  }

  /** Whether it still was of this version. */
  boolean update(long id, int version, VariableSetDraft draft, Optional<byte[]> secretValues) {
    return bind(
                draft,
                secretValues,
                handle
                    .createUpdate(
                        """
                        UPDATE variable_sets SET name = :name, description = :description,
                          secret = :secret, variables = :variables::json,
                          secret_values = :secretValues, version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                    .bind("id", id)
                    .bind("version", version))
            .execute()
        == 1;
  }

  void delete(long id) {
    handle.createUpdate("DELETE FROM variable_sets WHERE id = :id").bind("id", id).execute();
  }

  Optional<Row> find(long id) {
    return handle
        .createQuery("SELECT * FROM variable_sets WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> row(row))
        .findOne();
  }

  Optional<Row> find(String name) {
    return handle
        .createQuery("SELECT * FROM variable_sets WHERE name = :name")
        .bind("name", name)
        .map((row, _) -> row(row))
        .findOne();
  }

  List<VariableSet> list() {
    return handle
        .createQuery("SELECT * FROM variable_sets ORDER BY name")
        .map((row, _) -> row(row).shown())
        .list();
  }

  /** Those of the names that sets have. */
  List<String> known(Collection<String> names) {
    return handle
        .createQuery("SELECT name FROM variable_sets WHERE name = ANY(:names)")
        .bindArray("names", String.class, names.toArray())
        .mapTo(String.class)
        .list();
  }

  /** What the set is attached to, a few of them, as a person reads it: "project 'site'". */
  List<String> usersOf(long id) {
    return handle
        .createQuery(
            """
            SELECT 'worker pool ''' || w.name || '''' AS named
            FROM worker_pool_variable_sets a JOIN worker_pools w ON w.id = a.worker_pool_id
            WHERE a.variable_set_id = :id
            UNION ALL
            SELECT 'project ''' || p.name || ''''
            FROM project_variable_sets a JOIN projects p ON p.id = a.project_id
            WHERE a.variable_set_id = :id
            UNION ALL
            SELECT 'pipeline ''' || p.name || ''''
            FROM pipeline_variable_sets a JOIN pipelines p ON p.id = a.pipeline_id
            WHERE a.variable_set_id = :id
            UNION ALL
            SELECT 'stage ''' || s.name || ''''
            FROM stage_variable_sets a JOIN stages s ON s.id = a.stage_id
            WHERE a.variable_set_id = :id
            ORDER BY named
            LIMIT 4
            """)
        .bind("id", id)
        .mapTo(String.class)
        .list();
  }

  /** The sets of a project, in order. */
  List<Row> ofProject(long project) {
    return attached(
        """
        SELECT s.*
        FROM project_variable_sets a JOIN variable_sets s ON s.id = a.variable_set_id
        WHERE a.project_id = :object
        ORDER BY a.position
        """,
        project);
  }

  /** The sets of a worker pool, in order. */
  List<Row> ofPool(long pool) {
    return attached(
        """
        SELECT s.*
        FROM worker_pool_variable_sets a JOIN variable_sets s ON s.id = a.variable_set_id
        WHERE a.worker_pool_id = :object
        ORDER BY a.position
        """,
        pool);
  }

  /** The sets of a pipeline, in order. */
  List<Row> ofPipeline(long pipeline) {
    return attached(
        """
        SELECT s.*
        FROM pipeline_variable_sets a JOIN variable_sets s ON s.id = a.variable_set_id
        WHERE a.pipeline_id = :object
        ORDER BY a.position
        """,
        pipeline);
  }

  /** The sets of a stage, in order. */
  List<Row> ofStage(long stage) {
    return attached(
        """
        SELECT s.*
        FROM stage_variable_sets a JOIN variable_sets s ON s.id = a.variable_set_id
        WHERE a.stage_id = :object
        ORDER BY a.position
        """,
        stage);
  }

  private List<Row> attached(String query, long object) {
    return handle.createQuery(query).bind("object", object).map((row, _) -> row(row)).list();
  }

  private static <S extends SqlStatement<S>> S bind(
      VariableSetDraft draft, Optional<byte[]> secretValues, S statement) {
    return statement
        .bind("name", draft.name())
        .bind("description", draft.description())
        .bind("secret", draft.secret())
        .bind("variables", JsonColumn.write(draft.variables()))
        .bind("secretValues", secretValues);
  }

  private static Row row(ResultSet row) throws SQLException {
    var draft =
        new VariableSetDraft(
            row.getString("name"),
            row.getString("description"),
            row.getBoolean("secret"),
            JsonColumn.read(row.getString("variables")));
    var set =
        new VariableSet(
            row.getLong("id"),
            draft,
            row.getString("created_by"),
            row.getTimestamp("created_at").toInstant(),
            row.getInt("version"));
    return new Row(set, Optional.ofNullable(row.getBytes("secret_values")));
  }
}
