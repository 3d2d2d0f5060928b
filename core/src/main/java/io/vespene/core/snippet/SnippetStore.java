package io.vespene.core.snippet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The statements about snippets. */
final class SnippetStore {
  private final Handle handle;

  SnippetStore(Handle handle) {
    this.handle = handle;
  }

  /** Empty if the name is taken, or that of a variable which it would become. */
  Optional<Snippet> insert(SnippetDraft draft, String createdBy) {
    return bind(
            draft,
            handle
                .createQuery(
                    """
                    INSERT INTO snippets (name, description, text, created_by)
                    VALUES (:name, :description, :text, :createdBy)
                    ON CONFLICT DO NOTHING
                    RETURNING *
                    """)
                .bind("createdBy", createdBy))
        .map((row, _) -> snippet(row))
        .findOne();
  }

  /** Empty if it is not of this version any more. */
  Optional<Snippet> update(long id, int version, SnippetDraft draft) {
    return bind(
            draft,
            handle
                .createQuery(
                    """
                    UPDATE snippets SET name = :name, description = :description, text = :text,
                      version = version + 1
                    WHERE id = :id AND version = :version
                    RETURNING *
                    """)
                .bind("id", id)
                .bind("version", version))
        .map((row, _) -> snippet(row))
        .findOne();
  }

  void delete(long id) {
    handle.createUpdate("DELETE FROM snippets WHERE id = :id").bind("id", id).execute();
  }

  Optional<Snippet> find(long id) {
    return handle
        .createQuery("SELECT * FROM snippets WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> snippet(row))
        .findOne();
  }

  Optional<Snippet> find(String name) {
    return handle
        .createQuery("SELECT * FROM snippets WHERE name = :name")
        .bind("name", name)
        .map((row, _) -> snippet(row))
        .findOne();
  }

  List<Snippet> list() {
    return handle
        .createQuery("SELECT * FROM snippets ORDER BY name")
        .map((row, _) -> snippet(row))
        .list();
  }

  /** Those that templates call by one of these names. */
  List<Snippet> listCalled(Collection<String> variableNames) {
    return handle
        .createQuery("SELECT * FROM snippets WHERE variable_name = ANY(:names) ORDER BY name")
        .bindArray("names", String.class, variableNames.toArray())
        .map((row, _) -> snippet(row))
        .list();
  }

  private static <S extends SqlStatement<S>> S bind(SnippetDraft draft, S statement) {
    return statement
        .bind("name", draft.name())
        .bind("description", draft.description())
        .bind("text", draft.text());
  }

  private static Snippet snippet(ResultSet row) throws SQLException {
    return new Snippet(
        row.getLong("id"),
        new SnippetDraft(
            row.getString("name"), row.getString("description"), row.getString("text")),
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("version"));
  }
}
