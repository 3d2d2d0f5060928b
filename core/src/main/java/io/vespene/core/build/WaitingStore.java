package io.vespene.core.build;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds out what queued builds wait for, many at once. */
final class WaitingStore {
  /** Places in a queue are counted up to here. */
  static final int MAX_COUNTED = 200;

  private final Handle handle;

  WaitingStore(Handle handle) {
    this.handle = handle;
  }

  Map<Long, String> reasons(Collection<Long> builds, Duration unreachableAfter) {
    var reasons = new HashMap<Long, String>();
    handle
        .createQuery(
            """
            WITH wanted AS MATERIALIZED (
              SELECT id, project_id, worker_pool_id, worker_id FROM builds
              WHERE id = ANY(:builds) AND status = 'QUEUED'
            ), pools AS MATERIALIZED (
              SELECT w.id, w.name, s.workers, s.taking
              FROM worker_pools w
              CROSS JOIN LATERAL (
                SELECT count(*) AS workers,
                       count(*) FILTER (WHERE NOT k.draining AND NOT k.drain_asked) AS taking
                FROM worker_grants g
                JOIN workers k ON k.id = g.worker_id
                JOIN pool_tokens t ON t.id = g.pool_token_id
                WHERE g.worker_pool_id = w.id AND g.serving AND t.revoked_at IS NULL
                  AND k.left_at IS NULL
                  AND k.last_seen_at > now() - make_interval(secs => :unreachableSeconds)) s
              WHERE w.id IN (SELECT worker_pool_id FROM wanted)
            ), places AS MATERIALIZED (
              SELECT id, ahead FROM (
                SELECT head.id,
                       row_number() OVER (
                         PARTITION BY pools.id ORDER BY head.priority DESC, head.id) - 1 AS ahead
                FROM pools
                CROSS JOIN LATERAL (
                  SELECT id, priority FROM builds
                  WHERE status = 'QUEUED' AND worker_id IS NULL AND worker_pool_id = pools.id
                  ORDER BY priority DESC, id LIMIT :maxCounted) head) counted
              WHERE id IN (SELECT id FROM wanted)
            )
            SELECT b.id, pools.name AS pool, k.name AS taken_by, p.max_running, places.ahead,
                   pools.workers, pools.taking,
                   (SELECT count(*) FROM builds held
                    WHERE held.project_id = b.project_id AND held.worker_id IS NOT NULL
                      AND held.ended_at IS NULL) AS held
            FROM wanted b
            JOIN pools ON pools.id = b.worker_pool_id
            JOIN projects p ON p.id = b.project_id
            LEFT JOIN workers k ON k.id = b.worker_id
            LEFT JOIN places ON places.id = b.id
            """)
        .bindArray("builds", Long.class, builds.toArray())
        .bind("unreachableSeconds", unreachableAfter.toMillis() / 1000.0)
        .bind("maxCounted", MAX_COUNTED)
        .map((row, _) ->
            Map.entry(
                row.getLong("id"),
                new Waiting(
                    row.getString("pool"),
                    Optional.ofNullable(row.getString("taken_by")),
                    row.getLong("held"),
                    row.getInt("max_running"),
                    Optional.ofNullable(row.getObject("ahead", Long.class)),
                    row.getInt("workers"),
                    row.getInt("taking"))))
        .forEach(entry -> reasons.put(entry.getKey(), entry.getValue().reason()));
    return reasons;
  }
}
