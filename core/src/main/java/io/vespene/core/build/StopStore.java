package io.vespene.core.build;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statement that stops builds. */
final class StopStore {
  /**
   * A build that was stopped just now.
   *
   * @param worker who must be told, if it runs
   */
  record Stopped(long build, long project, Optional<Long> worker) {}

  private final Handle handle;

  StopStore(Handle handle) {
    this.handle = handle;
  }

  /** Ends a queued build, or asks for the end of a running one; empty if it is neither. */
  Optional<Stopped> stop(long id, String reason) {
    // Taking the worker away from a build that is being handed over makes its acknowledgement fail.
    return handle
        .createQuery(
            """
            UPDATE builds SET
              status = CASE status WHEN 'QUEUED' THEN 'ABORTED' ELSE 'ABORTING' END,
              ended_at = CASE status WHEN 'QUEUED' THEN now() END,
              reason = CASE status WHEN 'QUEUED' THEN :reason END,
              worker_id = CASE status WHEN 'RUNNING' THEN worker_id END,
              worker_process_id = CASE status WHEN 'RUNNING' THEN worker_process_id END,
              handover_expires_at = NULL,
              stop_requested_at = now(),
              stop_reason = :reason
            WHERE id = :id AND status IN ('QUEUED', 'RUNNING')
            RETURNING project_id, worker_id
            """)
        .bind("id", id)
        .bind("reason", reason)
        .map((row, _) ->
            new Stopped(
                id,
                row.getLong("project_id"),
                Optional.ofNullable(row.getObject("worker_id", Long.class))))
        .findOne();
  }
}
