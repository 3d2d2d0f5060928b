package io.vespene.core.pool;

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

/** The statements about worker pools. */
final class WorkerPoolStore {
  private final Handle handle;

  WorkerPoolStore(Handle handle) {
    this.handle = handle;
  }

  /** Empty if the name is taken. Needs a transaction. */
  Optional<WorkerPool> insert(WorkerPoolDraft draft) {
    Optional<Long> id =
        bind(
                draft,
                handle.createQuery(
                    """
                    INSERT INTO worker_pools (name, description, isolation, sudo_user,
                      directory_permissions, build_latest_only, auto_abort_minutes,
                      lost_after_seconds, log_limit_bytes, keep_builds_days,
                      keep_build_roots_days, variables, allowed_images, container_cpus,
                      container_memory_mib, container_pids, container_network)
                    VALUES (:name, :description, :isolation, :sudoUser, :directoryPermissions,
                      :buildLatestOnly, :autoAbortMinutes, :lostAfterSeconds, :logLimitBytes,
                      :keepBuildsDays, :keepBuildRootsDays, :variables::json, :allowedImages,
                      :containerCpus, :containerMemoryMib, :containerPids, :containerNetwork)
                    ON CONFLICT (name) DO NOTHING
                    RETURNING id
                    """))
            .mapTo(Long.class)
            .findOne();
    id.ifPresent(pool -> attach(pool, draft.variables().sets()));
    return id.flatMap(this::find);
  }

  /** Empty if it is not of this version any more. Needs a transaction. */
  Optional<WorkerPool> update(long id, int version, WorkerPoolDraft draft) {
    if (!updateRow(id, version, draft)) {
      return Optional.empty();
    }
    handle
        .createUpdate("DELETE FROM worker_pool_variable_sets WHERE worker_pool_id = :id")
        .bind("id", id)
        .execute();
    attach(id, draft.variables().sets());
    return find(id);
  }

  private boolean updateRow(long id, int version, WorkerPoolDraft draft) {
    return bind(
                draft,
                handle
                    .createUpdate(
                        """
                        UPDATE worker_pools SET name = :name, description = :description,
                          isolation = :isolation, sudo_user = :sudoUser,
                          directory_permissions = :directoryPermissions,
                          build_latest_only = :buildLatestOnly,
                          auto_abort_minutes = :autoAbortMinutes,
                          lost_after_seconds = :lostAfterSeconds, log_limit_bytes = :logLimitBytes,
                          keep_builds_days = :keepBuildsDays,
                          keep_build_roots_days = :keepBuildRootsDays,
                          allowed_images = :allowedImages, container_cpus = :containerCpus,
                          container_memory_mib = :containerMemoryMib,
                          container_pids = :containerPids,
                          container_network = :containerNetwork,
                          variables = :variables::json, version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                    .bind("id", id)
                    .bind("version", version))
            .execute()
        == 1;
  }

  private void attach(long pool, List<String> sets) {
    int attached =
        handle
            .createUpdate(
                """
                INSERT INTO worker_pool_variable_sets (worker_pool_id, variable_set_id, position)
                SELECT :pool, s.id, given.position
                FROM unnest(:sets::text[]) WITH ORDINALITY AS given (name, position)
                JOIN variable_sets s ON s.name = given.name
                """)
            .bind("pool", pool)
            .bindArray("sets", String.class, sets.toArray())
            .execute();
    VariableSets.requireAttached(attached, sets);
  }

  boolean delete(long id) {
    return handle.createUpdate("DELETE FROM worker_pools WHERE id = :id").bind("id", id).execute()
        == 1;
  }

  Optional<WorkerPool> find(long id) {
    return handle
        .createQuery(
            """
            SELECT p.*, ARRAY(
                SELECT s.name
                FROM worker_pool_variable_sets a JOIN variable_sets s ON s.id = a.variable_set_id
                WHERE a.worker_pool_id = p.id ORDER BY a.position) AS variable_sets
            FROM worker_pools p WHERE p.id = :id
            """)
        .bind("id", id)
        .map((row, _) -> pool(row))
        .findOne();
  }

  Optional<WorkerPool> find(String name) {
    return handle
        .createQuery(
            """
            SELECT p.*, ARRAY(
                SELECT s.name
                FROM worker_pool_variable_sets a JOIN variable_sets s ON s.id = a.variable_set_id
                WHERE a.worker_pool_id = p.id ORDER BY a.position) AS variable_sets
            FROM worker_pools p WHERE p.name = :name
            """)
        .bind("name", name)
        .map((row, _) -> pool(row))
        .findOne();
  }

  List<WorkerPool> list() {
    return handle
        .createQuery(
            """
            SELECT p.*, ARRAY(
                SELECT s.name
                FROM worker_pool_variable_sets a JOIN variable_sets s ON s.id = a.variable_set_id
                WHERE a.worker_pool_id = p.id ORDER BY a.position) AS variable_sets
            FROM worker_pools p ORDER BY p.name
            """)
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
        .bindArray("allowedImages", String.class, draft.containers().allowedImages().toArray())
        .bind("containerCpus", draft.containers().cpus())
        .bind("containerMemoryMib", draft.containers().memoryMib())
        .bind("containerPids", draft.containers().pids())
        .bind("containerNetwork", draft.containers().network())
        .bind("directoryPermissions", draft.directoryPermissions())
        .bind("buildLatestOnly", draft.buildLatestOnly())
        .bind("autoAbortMinutes", draft.autoAbortMinutes())
        .bind("lostAfterSeconds", draft.lostAfterSeconds())
        .bind("logLimitBytes", draft.logLimitBytes())
        .bind("keepBuildsDays", draft.retention().buildsDays())
        .bind("keepBuildRootsDays", draft.retention().buildRootsDays())
        .bind("variables", JsonColumn.write(draft.variables().own()));
  }

  static WorkerPool pool(ResultSet row) throws SQLException {
    return new WorkerPool(
        row.getLong("id"),
        new WorkerPoolDraft(
            row.getString("name"),
            row.getString("description"),
            row.getString("isolation"),
            row.getString("sudo_user"),
            new PoolContainers(
                TextArray.read(row.getArray("allowed_images")),
                row.getDouble("container_cpus"),
                row.getInt("container_memory_mib"),
                row.getInt("container_pids"),
                row.getBoolean("container_network")),
            row.getInt("directory_permissions"),
            row.getBoolean("build_latest_only"),
            row.getInt("auto_abort_minutes"),
            row.getInt("lost_after_seconds"),
            row.getLong("log_limit_bytes"),
            new Retention(row.getInt("keep_builds_days"), row.getInt("keep_build_roots_days")),
            new ObjectVariables(
                JsonColumn.read(row.getString("variables")),
                TextArray.read(row.getArray("variable_sets")))),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("version"));
  }
}
