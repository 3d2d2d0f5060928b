package io.vespene.core.worker;

import io.vespene.protocol.worker.Registration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements about worker processes that come and go. */
final class RegistrationStore {
  /** A pool that the present process serves. */
  record Served(String pool, int lostAfterSeconds) {}

  /**
   * A worker whose process is known now.
   *
   * @param fileKey encrypted
   */
  record Registrant(String name, String fileKey, UUID installation) {}

  private final Handle handle;

  RegistrationStore(Handle handle) {
    this.handle = handle;
  }

  /**
   * Makes this process the worker's present one.
   *
   * @param freshFileKey what its file key will be if the process is a new one
   */
  Optional<Registrant> register(long worker, Registration registration, String freshFileKey) {
    return handle
        .createQuery(
            """
            UPDATE workers w SET
              file_key = CASE WHEN w.process_id = :processId THEN coalesce(w.file_key, :fileKey)
                              ELSE :fileKey END,
              process_id = :processId, host_name = :hostName,
              file_port = :filePort, version = :version, operating_system = :operatingSystem,
              slots = :slots, free_slots = 0, draining = false,
              name = CASE WHEN EXISTS (SELECT FROM workers WHERE name = :name) THEN w.name
                          ELSE :name END,
              registered_at = now(), last_seen_at = now(), left_at = NULL
            WHERE id = :worker
            RETURNING name, file_key, (SELECT id FROM installation) AS installation
            """)
        .bind("worker", worker)
        .bind("processId", registration.processId())
        .bind("name", registration.name())
        .bind("hostName", registration.hostName())
        .bind("filePort", registration.filePort())
        .bind("version", registration.version())
        .bind("operatingSystem", registration.operatingSystem())
        .bind("slots", registration.slots())
        .bind("fileKey", freshFileKey)
        .map((row, _) ->
            new Registrant(
                row.getString("name"),
                row.getString("file_key"),
                row.getObject("installation", UUID.class)))
        .findOne();
  }

  /** Makes the worker serve those of the pools that it may, and no others. */
  List<Served> serve(long worker, List<String> pools) {
    return handle
        .createQuery(
            """
            UPDATE worker_grants g
            SET serving = t.revoked_at IS NULL AND p.name = ANY(:pools)
            FROM pool_tokens t, worker_pools p
            WHERE g.worker_id = :worker AND t.id = g.pool_token_id AND p.id = g.worker_pool_id
            RETURNING p.name, p.lost_after_seconds, g.serving
            """)
        .bind("worker", worker)
        .bindArray("pools", String.class, pools.toArray())
        .map((row, _) ->
            row.getBoolean("serving")
                ? Optional.of(new Served(row.getString("name"), row.getInt("lost_after_seconds")))
                : Optional.<Served>empty())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether this was the worker's present process. */
  boolean leave(long worker, String processId) {
    return handle
            .createUpdate(
                """
                UPDATE workers SET left_at = now(), free_slots = 0
                WHERE id = :worker AND process_id = :processId AND left_at IS NULL
                """)
            .bind("worker", worker)
            .bind("processId", processId)
            .execute()
        == 1;
  }

  /** Its name; empty if there is no such worker. */
  Optional<String> drain(long worker, boolean drain) {
    return handle
        .createQuery("UPDATE workers SET drain_asked = :drain WHERE id = :worker RETURNING name")
        .bind("worker", worker)
        .bind("drain", drain)
        .mapTo(String.class)
        .findOne();
  }
}
