package io.vespene.core.pool;

import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What goes on in all pools, in one statement. */
final class PoolOverviewStore {
  private final Handle handle;

  PoolOverviewStore(Handle handle) {
    this.handle = handle;
  }

  List<WorkerPoolOverview> list(Duration unreachableAfter) {
    return handle
        .createQuery(
            """
            WITH open_builds AS (
              SELECT worker_pool_id,
                     count(*) FILTER (WHERE status = 'QUEUED') AS queued,
                     count(*) FILTER (WHERE status <> 'QUEUED') AS running
              FROM builds WHERE ended_at IS NULL GROUP BY worker_pool_id
            ), serving AS (
              SELECT g.worker_pool_id, count(*) AS workers, sum(w.slots) AS slots,
                     sum(CASE WHEN w.draining OR w.drain_asked THEN 0 ELSE w.free_slots END) AS free_slots
              FROM worker_grants g
              JOIN workers w ON w.id = g.worker_id
              JOIN pool_tokens t ON t.id = g.pool_token_id
              WHERE g.serving AND t.revoked_at IS NULL AND w.left_at IS NULL
                AND w.last_seen_at > now() - make_interval(secs => :unreachableSeconds)
              GROUP BY g.worker_pool_id
            ), used AS (
              SELECT worker_pool_id, count(*) AS projects FROM projects GROUP BY worker_pool_id
            )
            SELECT p.*, coalesce(b.queued, 0) AS queued, coalesce(b.running, 0) AS running,
                   coalesce(s.workers, 0) AS workers, coalesce(s.slots, 0) AS slots,
                   coalesce(s.free_slots, 0) AS free_slots, coalesce(u.projects, 0) AS projects,
                   ARRAY(
                     SELECT v.name
                     FROM worker_pool_variable_sets a
                     JOIN variable_sets v ON v.id = a.variable_set_id
                     WHERE a.worker_pool_id = p.id ORDER BY a.position) AS variable_sets
            FROM worker_pools p
            LEFT JOIN open_builds b ON b.worker_pool_id = p.id
            LEFT JOIN serving s ON s.worker_pool_id = p.id
            LEFT JOIN used u ON u.worker_pool_id = p.id
            ORDER BY p.name
            """)
        .bind("unreachableSeconds", unreachableAfter.toMillis() / 1000.0)
        .map((row, _) ->
            new WorkerPoolOverview(
                WorkerPoolStore.pool(row),
                row.getLong("queued"),
                row.getLong("running"),
                row.getInt("workers"),
                row.getInt("slots"),
                row.getInt("free_slots"),
                row.getInt("projects")))
        .list();
  }
}
