package io.vespene.core.build;

import io.vespene.core.database.Database;
import java.util.List;

/** What happened to builds lately, for those who show lists of them. */
public final class BuildChangeStore {
  private final Database database;

  public BuildChangeStore(Database database) {
    this.database = database;
  }

  /**
   * A build got another status.
   *
   * @param number grows with time
   */
  public record BuildChange(long number, long build, long project, long pool) {}

  /** The number of the newest change; 0 when there was none. */
  public long newest() {
    return database.withHandle(handle ->
        handle
            .createQuery("SELECT coalesce(max(id), 0) FROM build_status_changes")
            .mapTo(Long.class)
            .one());
  }

  /** The oldest changes with a greater number, at most so many. */
  public List<BuildChange> after(long number, int limit) {
    return database.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT change.id, change.build_id, build.project_id, build.worker_pool_id
                FROM build_status_changes change
                JOIN builds build ON build.id = change.build_id
                WHERE change.id > :number
                ORDER BY change.id
                LIMIT :limit
                """)
            .bind("number", number)
            .bind("limit", limit)
            .map((row, _) ->
                new BuildChange(
                    row.getLong("id"),
                    row.getLong("build_id"),
                    row.getLong("project_id"),
                    row.getLong("worker_pool_id")))
            .list());
  }
}
