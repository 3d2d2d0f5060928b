package io.vespene.core.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The statements about worker pools. */
final class WorkerPoolStore {
  private final Handle handle;

  WorkerPoolStore(Handle handle) {
    this.handle = handle;
  }

  /** Empty if the name is taken. */
  Optional<WorkerPool> insert(WorkerPoolDraft draft) {
    return bind(
            draft,
            handle.createQuery(
                """
                INSERT INTO worker_pools (name, description, isolation, sudo_user,
                  directory_permissions, build_latest_only, auto_abort_minutes, lost_after_seconds,
                  log_limit_bytes)
                VALUES (:name, :description, :isolation, :sudoUser, :directoryPermissions,
                  :buildLatestOnly, :autoAbortMinutes, :lostAfterSeconds, :logLimitBytes)
                ON CONFLICT (name) DO NOTHING
                RETURNING *
                """))
        .map((row, _) -> pool(row))
        .findOne();
  }

  /** Empty if it is not of this version any more. */
  Optional<WorkerPool> update(long id, int version, WorkerPoolDraft draft) {
    return bind(
            draft,
            handle
                .createQuery(
                    """
                    UPDATE worker_pools SET name = :name, description = :description,
                      isolation = :isolation, sudo_user = :sudoUser,
                      directory_permissions = :directoryPermissions,
                      build_latest_only = :buildLatestOnly,
                      auto_abort_minutes = :autoAbortMinutes,
                      lost_after_seconds = :lostAfterSeconds, log_limit_bytes = :logLimitBytes,
                      version = version + 1
                    WHERE id = :id AND version = :version
                    RETURNING *
                    """)
                .bind("id", id)
                .bind("version", version))
        .map((row, _) -> pool(row))
        .findOne();
  }

  boolean delete(long id) {
    return handle.createUpdate("DELETE FROM worker_pools WHERE id = :id").bind("id", id).execute()
        == 1;
  }

  Optional<WorkerPool> find(long id) {
    return handle
        .createQuery("SELECT * FROM worker_pools WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> pool(row))
        .findOne();
  }

  Optional<WorkerPool> find(String name) {
    return handle
        .createQuery("SELECT * FROM worker_pools WHERE name = :name")
        .bind("name", name)
        .map((row, _) -> pool(row))
        .findOne();
  }

  List<WorkerPool> list() {
    return handle
        .createQuery("SELECT * FROM worker_pools ORDER BY name")
        .map((row, _) -> pool(row))
        .list();
  }

  /** Names of projects that use the pool, a few of them. */
  List<String> projectsOf(long id) {
    return handle
        .createQuery("SELECT name FROM projects WHERE worker_pool_id = :id ORDER BY name LIMIT 4")
        .bind("id", id)
        .mapTo(String.class)
        .list();
  }

  boolean hasBuilds(long id) {
    return handle
        .createQuery("SELECT EXISTS (SELECT FROM builds WHERE worker_pool_id = :id)")
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }

  private static <S extends SqlStatement<S>> S bind(WorkerPoolDraft draft, S statement) {
    return statement
        .bind("name", draft.name())
        .bind("description", draft.description())
        .bind("isolation", draft.isolation())
        .bind("sudoUser", draft.sudoUser())
        .bind("directoryPermissions", draft.directoryPermissions())
        .bind("buildLatestOnly", draft.buildLatestOnly())
        .bind("autoAbortMinutes", draft.autoAbortMinutes())
        .bind("lostAfterSeconds", draft.lostAfterSeconds())
        .bind("logLimitBytes", draft.logLimitBytes());
  }

  static WorkerPool pool(ResultSet row) throws SQLException {
    return new WorkerPool(
        row.getLong("id"),
        new WorkerPoolDraft(
            row.getString("name"),
            row.getString("description"),
            row.getString("isolation"),
            row.getString("sudo_user"),
            row.getInt("directory_permissions"),
            row.getBoolean("build_latest_only"),
            row.getInt("auto_abort_minutes"),
            row.getInt("lost_after_seconds"),
            row.getLong("log_limit_bytes")),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("version"));
  }
}
