package io.vespene.core.build;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements that find and remove what is too old. */
final class RetentionStore {
  private final Handle handle;

  RetentionStore(Handle handle) {
    this.handle = handle;
  }

  /**
   * Builds that are too old, the oldest of each pool first.
   *
   * @param days after how many, instead of what their pools say
   */
  List<Long> expiredBuilds(Optional<Integer> days, int most) {
    return handle
        .createQuery(
            """
            SELECT old.id
            FROM worker_pools p
            CROSS JOIN LATERAL (
              SELECT b.id FROM builds b
              WHERE b.worker_pool_id = p.id
                AND b.ended_at
                    <= now() - make_interval(days => coalesce(:days::int, p.keep_builds_days))
                AND EXISTS (SELECT FROM builds newer
                            WHERE newer.project_id = b.project_id AND newer.id > b.id
                              AND newer.ended_at IS NOT NULL)
                AND (b.status <> 'SUCCESS'
                     OR EXISTS (SELECT FROM builds newer
                                WHERE newer.project_id = b.project_id AND newer.id > b.id
                                  AND newer.status = 'SUCCESS'))
              ORDER BY b.ended_at
              LIMIT :most) old
            LIMIT :most
            """)
        .bind("days", days)
        .bind("most", most)
        .mapTo(Long.class)
        .list();
  }

  /** Deletes a part of these builds' logs; 0 when nothing is left of them. */
  int deleteChunks(List<Long> builds, int most) {
    return handle
        .createUpdate(
            """
            DELETE FROM build_log_chunks
            WHERE ctid = ANY(ARRAY(
              SELECT ctid FROM build_log_chunks WHERE build_id = ANY(:builds) LIMIT :most))
            """)
        .bindArray("builds", Long.class, builds.toArray())
        .bind("most", most)
        .execute();
  }

  int deleteBuilds(List<Long> builds) {
    return handle
        .createUpdate("DELETE FROM builds WHERE id = ANY(:builds) AND ended_at IS NOT NULL")
        .bindArray("builds", Long.class, builds.toArray())
        .execute();
  }

  int markUnwanted(int days) {
    return handle
        .createUpdate(
            """
            INSERT INTO unwanted_build_roots (build_id)
            SELECT b.id FROM builds b
            WHERE b.ended_at <= now() - make_interval(days => :days)
              AND b.worker_id IS NOT NULL
              AND EXISTS (SELECT FROM builds newer
                          WHERE newer.project_id = b.project_id AND newer.id > b.id
                            AND newer.ended_at IS NOT NULL)
              AND (b.status <> 'SUCCESS'
                   OR EXISTS (SELECT FROM builds newer
                              WHERE newer.project_id = b.project_id AND newer.id > b.id
                                AND newer.status = 'SUCCESS'))
            ON CONFLICT DO NOTHING
            """)
        .bind("days", days)
        .execute();
  }

  /** Those of the builds whose directories nobody needs any more. */
  List<Long> expiredDirectories(List<Long> builds) {
    return handle
        .createQuery(
            """
            SELECT asked.id
            FROM unnest(:builds::bigint[]) AS asked (id)
            LEFT JOIN builds b ON b.id = asked.id
            LEFT JOIN worker_pools p ON p.id = b.worker_pool_id
            WHERE b.id IS NULL
               OR (b.ended_at IS NOT NULL
                   AND (b.ended_at <= now() - make_interval(days => p.keep_build_roots_days)
                        OR EXISTS (SELECT FROM unwanted_build_roots u WHERE u.build_id = b.id))
                   AND EXISTS (SELECT FROM builds newer
                               WHERE newer.project_id = b.project_id AND newer.id > b.id
                                 AND newer.ended_at IS NOT NULL)
                   AND (b.status <> 'SUCCESS'
                        OR EXISTS (SELECT FROM builds newer
                                   WHERE newer.project_id = b.project_id AND newer.id > b.id
                                     AND newer.status = 'SUCCESS')))
            """)
        .bindArray("builds", Long.class, builds.toArray())
        .mapTo(Long.class)
        .list();
  }
}
