package io.vespene.core.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements about users. */
final class UserStore {
  private final Handle handle;

  UserStore(Handle handle) {
    this.handle = handle;
  }

  /** Empty if the name is taken. */
  Optional<User> insert(UserDraft draft) {
    return handle
        .createQuery(
            """
            INSERT INTO users (name, password_hash, superuser)
            VALUES (:name, :passwordHash, :superuser)
            ON CONFLICT (name) DO NOTHING
            RETURNING id, name, superuser, disabled, created_at
            """)
        .bind("name", draft.name())
        .bind("passwordHash", draft.passwordHash())
        .bind("superuser", draft.superuser())
        .map((row, _) -> user(row))
        .findOne();
  }

  Optional<UserLogin> findLogin(String name) {
    return handle
        .createQuery(
            """
            SELECT id, name, superuser, disabled, created_at, password_hash
            FROM users WHERE name = :name
            """)
        .bind("name", name)
        .map((row, _) ->
            new UserLogin(user(row), Optional.ofNullable(row.getString("password_hash"))))
        .findOne();
  }

  List<User> list() {
    return handle
        .createQuery("SELECT id, name, superuser, disabled, created_at FROM users ORDER BY name")
        .map((row, _) -> user(row))
        .list();
  }

  Optional<User> changePassword(String name, String passwordHash) {
    return handle
        .createQuery(
            """
            UPDATE users SET password_hash = :passwordHash WHERE name = :name
            RETURNING id, name, superuser, disabled, created_at
            """)
        .bind("name", name)
        .bind("passwordHash", passwordHash)
        .map((row, _) -> user(row))
        .findOne();
  }

  Optional<User> disable(String name, boolean disabled) {
    return handle
        .createQuery(
            """
            UPDATE users SET disabled = :disabled WHERE name = :name
            RETURNING id, name, superuser, disabled, created_at
            """)
        .bind("name", name)
        .bind("disabled", disabled)
        .map((row, _) -> user(row))
        .findOne();
  }

  static User user(ResultSet row) throws SQLException {
    return new User(
        row.getLong("id"),
        row.getString("name"),
        row.getBoolean("superuser"),
        row.getBoolean("disabled"),
        row.getTimestamp("created_at").toInstant());
  }
}
