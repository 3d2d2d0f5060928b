package io.vespene.core.build;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements by which a build passes from the queue into a worker's hands. */
final class HandoverStore {
  /** A worker process that asks for a build. */
  record Taker(long worker, String processId) {}

  private final Handle handle;

  HandoverStore(Handle handle) {
    this.handle = handle;
  }

  /**
   * Finds the build whose turn it is, and locks it and its project.
   *
   * <p>The first part leaves out projects that run as much as they may, so that their builds block
   * nobody. Whether that still holds is tested again by {@link #take}, which sees everything that
   * was done until the project's lock was had. Builds that another worker is just taking are passed
   * over; the pool is chosen before, without locks, so that no build is locked that isn't taken.
   *
   * <p>The transaction's commit does not wait for the disk: if the hand-over is lost in a crash,
   * the build is simply in the queue again and its acknowledgement fails. The acknowledgement does
   * wait, and what is on the disk then includes all that was written before.
   */
  Optional<Long> findCandidate(Collection<Long> pools) {
    return handle
        .createQuery(
            """
            WITH full_projects AS MATERIALIZED (
              SELECT project_id
              FROM builds
              WHERE worker_id IS NOT NULL AND ended_at IS NULL
              GROUP BY project_id
              HAVING count(*) >= (
                SELECT nullif(p.max_running, 0) FROM projects p WHERE p.id = builds.project_id)
            ), best_pool AS MATERIALIZED (
              SELECT head.worker_pool_id
              FROM unnest(:pools) AS served (id)
              CROSS JOIN LATERAL (
                SELECT worker_pool_id, priority, id FROM builds
                WHERE status = 'QUEUED' AND worker_id IS NULL AND worker_pool_id = served.id
                  AND project_id NOT IN (SELECT project_id FROM full_projects)
                ORDER BY priority DESC, id LIMIT 1) head
              ORDER BY head.priority DESC, head.id LIMIT 1
            ), candidate AS MATERIALIZED (
              SELECT id, project_id FROM builds
              WHERE status = 'QUEUED' AND worker_id IS NULL
                AND worker_pool_id = (SELECT worker_pool_id FROM best_pool)
                AND project_id NOT IN (SELECT project_id FROM full_projects)
              ORDER BY priority DESC, id LIMIT 1
              FOR UPDATE SKIP LOCKED
            )
            SELECT candidate.id, set_config('synchronous_commit', 'off', true)
            FROM candidate JOIN projects p ON p.id = candidate.project_id
            FOR NO KEY UPDATE OF p
            """)
        .bindArray("pools", Long.class, pools.toArray())
        .mapTo(Long.class)
        .findOne();
  }

  /** Locks this one build and its project, if it is in one of the pools' queues. */
  Optional<Long> findOnly(long build, Collection<Long> pools) {
    return handle
        .createQuery(
            """
            WITH candidate AS MATERIALIZED (
              SELECT id, project_id FROM builds
              WHERE id = :build AND status = 'QUEUED' AND worker_id IS NULL
                AND worker_pool_id = ANY(:pools)
              FOR UPDATE SKIP LOCKED
            )
            SELECT candidate.id, set_config('synchronous_commit', 'off', true)
            FROM candidate JOIN projects p ON p.id = candidate.project_id
            FOR NO KEY UPDATE OF p
            """)
        .bind("build", build)
        .bindArray("pools", Long.class, pools.toArray())
        .mapTo(Long.class)
        .findOne();
  }

  /** Gives a locked build to the worker, unless its project runs as much as it may. */
  boolean take(long build, Taker taker, Duration handOver) {
    return handle
            .createUpdate(
                """
                UPDATE builds b SET worker_id = :worker, worker_process_id = :process,
                  claim_epoch = claim_epoch + 1,
                  handover_expires_at = clock_timestamp() + make_interval(secs => :seconds)
                FROM projects p
                WHERE b.id = :build AND p.id = b.project_id
                  AND b.status = 'QUEUED' AND b.worker_id IS NULL
                  AND (p.max_running = 0 OR p.max_running > (
                    SELECT count(*) FROM builds held
                    WHERE held.project_id = b.project_id AND held.worker_id IS NOT NULL
                      AND held.ended_at IS NULL))
                  AND EXISTS (SELECT FROM workers
                              WHERE id = :worker AND process_id = :process AND left_at IS NULL)
                """)
            .bind("build", build)
            .bind("worker", taker.worker())
            .bind("process", taker.processId())
            .bind("seconds", handOver.toMillis() / 1000.0)
            .execute()
        == 1;
  }

  /** Ends a build that is being handed over but can't be run; its project, if it still was. */
  Optional<Long> fail(long build, String reason) {
    return handle
        .createQuery(
            """
            UPDATE builds SET status = 'FAILURE', ended_at = now(), reason = :reason,
              handover_expires_at = NULL
            WHERE id = :build AND status = 'QUEUED' AND worker_id IS NOT NULL
            RETURNING project_id
            """)
        .bind("build", build)
        .bind("reason", reason)
        .mapTo(Long.class)
        .findOne();
  }

  /** Builds whose hand-over was not acknowledged in time. */
  List<Long> findExpired() {
    return handle
        .createQuery(
            """
            SELECT id FROM builds
            WHERE worker_id IS NOT NULL AND ended_at IS NULL AND status = 'QUEUED'
              AND handover_expires_at < now()
            ORDER BY id
            """)
        .mapTo(Long.class)
        .list();
  }

  /** Puts a build back into its queue; the pool, unless it was acknowledged in the meantime. */
  Optional<Long> releaseExpired(long build) {
    return handle
        .createQuery(
            """
            UPDATE builds SET worker_id = NULL, worker_process_id = NULL, handover_expires_at = NULL
            WHERE id = :build AND status = 'QUEUED' AND handover_expires_at < now()
            RETURNING worker_pool_id
            """)
        .bind("build", build)
        .mapTo(Long.class)
        .findOne();
  }

  /** Puts back all that is on its way to other processes of this worker; the pools. */
  List<Long> releaseOtherProcesses(long worker, String present) {
    return handle
        .createQuery(
            """
            UPDATE builds SET worker_id = NULL, worker_process_id = NULL, handover_expires_at = NULL
            WHERE worker_id = :worker AND ended_at IS NULL AND status = 'QUEUED'
              AND worker_process_id <> :present
            RETURNING worker_pool_id
            """)
        .bind("worker", worker)
        .bind("present", present)
        .mapTo(Long.class)
        .list();
  }
}
