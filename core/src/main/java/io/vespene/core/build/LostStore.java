package io.vespene.core.build;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The statements that give up builds whose worker is gone. */
final class LostStore {
  /** A build that was given up just now. */
  record Lost(long build, long project) {}

  private final Handle handle;

  LostStore(Handle handle) {
    this.handle = handle;
  }

  /**
   * Gives up builds of workers that are silent for longer than the pool allows.
   *
   * @param since silence before this moment doesn't count
   */
  List<Lost> orphanSilent(Instant since) {
    return handle
        .createQuery(
            """
            UPDATE builds b SET status = 'ORPHANED', ended_at = now(),
              reason = 'worker ' || k.name || ' lost: not heard from for '
                || CASE WHEN w.lost_after_seconds % 60 = 0 THEN w.lost_after_seconds / 60 || ' min'
                        ELSE w.lost_after_seconds || ' s' END
            FROM workers k, worker_pools w
            WHERE k.id = b.worker_id AND w.id = b.worker_pool_id
              AND b.worker_id IS NOT NULL AND b.ended_at IS NULL
              AND b.status IN ('RUNNING', 'ABORTING')
              AND greatest(k.last_seen_at, :since)
                < now() - make_interval(secs => w.lost_after_seconds)
            RETURNING b.id, b.project_id
            """)
        .bind("since", since)
        .map((row, _) -> new Lost(row.getLong("id"), row.getLong("project_id")))
        .list();
  }

  /** Gives up what other processes of this worker than the present one ran. */
  List<Lost> orphanOtherProcesses(long worker, String present, String reason) {
    return handle
        .createQuery(
            """
            UPDATE builds SET status = 'ORPHANED', ended_at = now(), reason = :reason
            WHERE worker_id = :worker AND ended_at IS NULL AND status IN ('RUNNING', 'ABORTING')
              AND worker_process_id <> :present
            RETURNING id, project_id
            """)
        .bind("worker", worker)
        .bind("present", present)
        .bind("reason", reason)
        .map((row, _) -> new Lost(row.getLong("id"), row.getLong("project_id")))
        .list();
  }
}
