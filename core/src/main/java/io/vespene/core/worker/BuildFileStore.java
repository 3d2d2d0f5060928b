package io.vespene.core.worker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds the worker that has a build's directory. */
final class BuildFileStore {
  /** Where a build's files are, if a worker had it at all. */
  record Place(Optional<Holder> holder) {}

  /**
   * A worker that has files.
   *
   * @param runs whether it has not ended in good order
   * @param port 0 when it serves none
   * @param fileKey encrypted; empty when it never registered
   */
  record Holder(
      long worker, String name, String hostName, int port, boolean runs, String fileKey) {}

  private final Handle handle;

  BuildFileStore(Handle handle) {
    this.handle = handle;
  }

  /** Empty if there is no such build. */
  Optional<Place> find(long build) {
    return handle
        .createQuery(
            """
            SELECT w.id AS worker, w.name, w.host_name, w.file_port, w.left_at IS NULL AS runs,
                   coalesce(w.file_key, '') AS file_key
            FROM builds b LEFT JOIN workers w ON w.id = b.worker_id
            WHERE b.id = :build
            """)
        .bind("build", build)
        .map((row, _) -> place(row))
        .findOne();
  }

  private static Place place(ResultSet row) throws SQLException {
    long worker = row.getLong("worker");
    if (row.wasNull()) {
      return new Place(Optional.empty());
    }
    return new Place(
        Optional.of(
            new Holder(
                worker,
                row.getString("name"),
                row.getString("host_name"),
                row.getInt("file_port"),
                row.getBoolean("runs"),
                row.getString("file_key"))));
  }
}
