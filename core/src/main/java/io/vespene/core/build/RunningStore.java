package io.vespene.core.build;

import io.vespene.core.claim.Claim;
import io.vespene.protocol.worker.Outcome;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The statements by which a worker moves its builds on; each tests the claim and sets at once. */
final class RunningStore {
  /**
   * A build that has just ended.
   *
   * @param nextPool a pool in which another build of its project waits for its turn
   * @param inRun whether it belongs to a run of a pipeline
   */
  record Ended(BuildStatus status, Optional<Long> nextPool, boolean inRun) {}

  /** What a claim's build is like now. */
  record Present(BuildStatus status, long nextSequence) {}

  private final Handle handle;

  RunningStore(Handle handle) {
    this.handle = handle;
  }

  boolean acknowledge(Claim claim) {
    return bind(
                claim,
                handle.createUpdate(
                    """
                    UPDATE builds SET status = 'RUNNING', started_at = now(),
                      handover_expires_at = NULL
                    WHERE id = :build AND worker_id = :worker AND worker_process_id = :process
                      AND claim_epoch = :epoch AND status = 'QUEUED'
                    """))
            .execute()
        == 1;
  }

  /** What the build is like, if it is or was this claim's. */
  Optional<Present> find(Claim claim) {
    return bind(
            claim,
            handle.createQuery(
                """
                SELECT status, next_sequence FROM builds
                WHERE id = :build AND worker_id = :worker AND worker_process_id = :process
                  AND claim_epoch = :epoch
                """))
        .map((row, _) ->
            new Present(BuildStatus.valueOf(row.getString("status")), row.getLong("next_sequence")))
        .findOne();
  }

  /** The worker stopped the build of its own accord: between running and aborted lies aborting. */
  void abort(Claim claim, String reason, long nextSequence) {
    bind(
            claim,
            handle.createUpdate(
                """
                UPDATE builds SET status = 'ABORTING', stop_requested_at = now(),
                  stop_reason = :reason
                WHERE id = :build AND worker_id = :worker AND worker_process_id = :process
                  AND claim_epoch = :epoch AND status = 'RUNNING'
                  AND next_sequence >= :nextSequence
                """))
        .bind("reason", reason)
        .bind("nextSequence", nextSequence)
        .execute();
  }

  /** Ends the build, unless part of its log is missing. */
  Optional<Ended> end(
      Claim claim, Outcome outcome, Optional<Integer> exitCode, String reason, long nextSequence) {
    return bind(
            claim,
            handle.createQuery(
                """
                UPDATE builds SET
                  status = CASE status WHEN 'ABORTING' THEN 'ABORTED' ELSE :outcome END,
                  reason = CASE status WHEN 'ABORTING' THEN stop_reason ELSE :reason END,
                  exit_code = :exitCode,
                  ended_at = now()
                WHERE id = :build AND worker_id = :worker AND worker_process_id = :process
                  AND claim_epoch = :epoch AND status IN ('RUNNING', 'ABORTING')
                  AND next_sequence >= :nextSequence
                RETURNING status, (
                  SELECT next.worker_pool_id FROM builds next
                  WHERE next.project_id = builds.project_id AND next.ended_at IS NULL
                    AND next.status = 'QUEUED' AND next.worker_id IS NULL
                  LIMIT 1) AS next_pool,
                  EXISTS (SELECT FROM pipeline_run_builds WHERE build_id = builds.id) AS in_run
                """))
        .bind("outcome", outcome)
        .bind("exitCode", exitCode)
        .bind("reason", reason)
        .bind("nextSequence", nextSequence)
        .map((row, _) ->
            new Ended(
                BuildStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getObject("next_pool", Long.class)),
                row.getBoolean("in_run")))
        .findOne();
  }

  void insertOutputVariables(long build, Map<String, String> variables) {
    var batch =
        handle.prepareBatch(
            """
            INSERT INTO build_output_variables (build_id, name, value)
            VALUES (:build, :name, :value)
            """);
    variables.forEach(
        (name, value) -> batch.bind("build", build).bind("name", name).bind("value", value).add());
    batch.execute();
  }

  private static <S extends SqlStatement<S>> S bind(Claim claim, S statement) {
    return statement
        .bind("build", claim.build())
        .bind("worker", claim.worker())
        .bind("process", claim.processId())
        .bind("epoch", claim.epoch());
  }
}
