package io.vespene.core.servicelogin;

import io.vespene.core.secret.Cell;
import io.vespene.core.secret.Keyset;
import io.vespene.protocol.worker.LoginMaterial;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements about service logins. */
final class ServiceLoginStore {
  private final Handle handle;
  private final Keyset keyset;

  ServiceLoginStore(Handle handle, Keyset keyset) {
    this.handle = handle;
    this.keyset = keyset;
  }

  /** Its number; empty if the name is taken. */
  Optional<Long> insert(ServiceLoginDraft draft, String createdBy) {
    // A secret is encrypted for its row, so the row's number comes first.
    long id =
        handle
            .createQuery("SELECT nextval(pg_get_serial_sequence('service_logins', 'id'))")
            .mapTo(Long.class)
            .one();
    return handle
        .createQuery(
            """
            INSERT INTO service_logins (id, name, description, username, password, created_by)
            VALUES (:id, :name, :description, :username, :password, :createdBy)
            ON CONFLICT (name) DO NOTHING
            RETURNING id
            """)
        .bind("id", id)
        .bind("name", draft.name())
        .bind("description", draft.description())
        .bind("username", draft.username())
        .bind("password", keyset.encrypt(draft.password().orElseThrow(), cell(id)))
        .bind("createdBy", createdBy)
        .mapTo(Long.class)
        .findOne();
  }

  /** Whether it still was of this version. */
  boolean update(long id, int version, ServiceLoginDraft draft) {
    return handle
            .createUpdate(
                """
                UPDATE service_logins SET name = :name, description = :description,
                  username = :username, password = coalesce(:password, password),
                  version = version + 1
                WHERE id = :id AND version = :version
                """)
            .bind("id", id)
            .bind("version", version)
            .bind("name", draft.name())
            .bind("description", draft.description())
            .bind("username", draft.username())
            .bind(
                "password",
                draft.password().map(text -> keyset.encrypt(text, cell(id))).orElse(null))
            .execute()
        == 1;
  }

  void delete(long id) {
    handle.createUpdate("DELETE FROM service_logins WHERE id = :id").bind("id", id).execute();
  }

  List<ServiceLogin> list() {
    return handle
        .createQuery("SELECT * FROM service_logins ORDER BY name")
        .map((row, _) -> login(row))
        .list();
  }

  Optional<ServiceLogin> find(long id) {
    return handle
        .createQuery("SELECT * FROM service_logins WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> login(row))
        .findOne();
  }

  Optional<ServiceLogin> find(String name) {
    return handle
        .createQuery("SELECT * FROM service_logins WHERE name = :name")
        .bind("name", name)
        .map((row, _) -> login(row))
        .findOne();
  }

  List<String> projectsOf(long id) {
    return handle
        .createQuery("SELECT name FROM projects WHERE service_login_id = :id ORDER BY name")
        .bind("id", id)
        .mapTo(String.class)
        .list();
  }

  Optional<LoginMaterial> material(long project) {
    return handle
        .createQuery(
            """
            SELECT l.id, l.name, l.username, l.password
            FROM projects p JOIN service_logins l ON l.id = p.service_login_id
            WHERE p.id = :project
            """)
        .bind("project", project)
        .map((row, _) ->
            new LoginMaterial(
                row.getString("name"),
                row.getString("username"),
                keyset.decrypt(row.getBytes("password"), cell(row.getLong("id")))))
        .findOne();
  }

  private static Cell cell(long id) {
    return new Cell("service_logins", id, "password");
  }

  private static ServiceLogin login(ResultSet row) throws SQLException {
    return new ServiceLogin(
        row.getLong("id"),
        row.getString("name"),
        row.getString("description"),
        row.getString("username"),
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("version"));
  }
}
