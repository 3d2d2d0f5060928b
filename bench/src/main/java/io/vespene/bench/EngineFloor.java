package io.vespene.bench;

import io.vespene.e2e.installation.ServerInstallation;
import java.nio.file.Path;
import java.time.Duration;

/** What the database does at best: the statements by which a build passes, without a server. */
record EngineFloor(ServerInstallation installation, WireWorker worker) {
  /** Returns how many builds a second pass. */
  double rate(int clients, Duration duration) {
    Path file = installation.folder().file("engine.sql", script());
    return installation.database().transactionsPerSecond(file, clients, duration);
  }

  private String script() {
    return """
    BEGIN;
    SET LOCAL synchronous_commit = off;
    WITH candidate AS MATERIALIZED (
      SELECT id, project_id FROM builds
      WHERE status = 'QUEUED' AND worker_id IS NULL
        AND worker_pool_id = (SELECT id FROM worker_pools WHERE name = 'bench')
      ORDER BY priority DESC, id LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    SELECT candidate.id AS build FROM candidate JOIN projects p ON p.id = candidate.project_id
    FOR NO KEY UPDATE OF p \\gset
    UPDATE builds SET worker_id = %1$d, worker_process_id = '%2$s',
      claim_epoch = claim_epoch + 1, handover_expires_at = now() + interval '15 s'
    WHERE id = :build AND status = 'QUEUED' AND worker_id IS NULL;
    COMMIT;
    UPDATE builds SET status = 'RUNNING', started_at = now(), handover_expires_at = NULL
    WHERE id = :build AND worker_id = %1$d AND worker_process_id = '%2$s' AND claim_epoch = 1
      AND status = 'QUEUED';
    UPDATE builds SET status = 'SUCCESS', reason = 'exit code 0', exit_code = 0, ended_at = now()
    WHERE id = :build AND worker_id = %1$d AND worker_process_id = '%2$s' AND claim_epoch = 1
      AND status = 'RUNNING' AND next_sequence >= 0;
    """
        .formatted(worker.id(), worker.processId());
  }
}
