package io.vespene.bench;

import io.vespene.e2e.installation.PostgresCluster;

/**
 * Builds by the thousand, copied in the database from one that was made properly.
 *
 * @param model the number of the build to copy
 */
record History(PostgresCluster database, long model) {
  /** As many as one statement makes within the time it has. */
  private static final int AT_ONCE = 100_000;

  /** Adds builds that wait. */
  void queue(int count) {
    copy(
        count,
        """
        jsonb_build_object('status', 'QUEUED', 'reason', NULL, 'started_at', NULL,
          'ended_at', NULL, 'exit_code', NULL, 'worker_id', NULL, 'worker_process_id', NULL,
          'claim_epoch', 0, 'queued_at', now())
        """);
  }

  /** Adds builds that have ended, as the model has by now. */
  void end(int count) {
    copy(count, "'{}'::jsonb");
  }

  private void copy(int count, String changes) {
    for (int left = count; left > 0; left -= AT_ONCE) {
      copyAtOnce(Math.min(left, AT_ONCE), changes);
    }
    database.query("ANALYZE builds");
  }

  private void copyAtOnce(int count, String changes) {
    database.query(
        """
        SET session_replication_role = replica;
        WITH copies AS (
          INSERT INTO builds OVERRIDING SYSTEM VALUE
          SELECT (jsonb_populate_record(b,
              jsonb_build_object('id', nextval(pg_get_serial_sequence('builds', 'id'))) || %s)).*
          FROM builds b, generate_series(1, %d) WHERE b.id = %d
          RETURNING id
        )
        INSERT INTO build_inputs
        SELECT (jsonb_populate_record(i, jsonb_build_object('build_id', copies.id))).*
        FROM copies, build_inputs i WHERE i.build_id = %d;
        """
            .formatted(changes, count, model, model));
  }
}
