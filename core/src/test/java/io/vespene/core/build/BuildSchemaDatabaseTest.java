package io.vespene.core.build;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.claim.Claim;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestWorker;
import io.vespene.protocol.worker.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema itself refuses what must never be, whatever the program does. */
class BuildSchemaDatabaseTest {
  private TestEngine engine;
  private TestWorker worker;
  private Build queued;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    WorkerPool pool = engine.pool("general");
    worker = engine.worker("w1", pool);
    queued = engine.start(engine.project("hello", pool));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status = 'DONE'",
        "status = 'ABORTED'",
        "status = 'ABORTED', ended_at = now()",
        "ended_at = now(), reason = 'x'",
        "status = 'RUNNING'",
        "status = 'RUNNING', started_at = now()",
        "started_at = now()",
        "exit_code = 0",
        "handover_expires_at = now()",
        "status = 'ABORTING', started_at = now()"
      })
  void aBrokenQueuedBuildIsRefused(String change) {
    assertThatThrownBy(() -> change(queued.id(), change)).hasMessageContaining("violates check");
  }

  @Test
  void aWorkerWithoutAHandOverIsRefused() {
    assertThatThrownBy(() ->
            change(
                queued.id(),
                "worker_id = " + worker.id() + ", worker_process_id = 'p', claim_epoch = 1"))
        .hasMessageContaining("builds_handover_has_worker");
    assertThatThrownBy(() ->
            change(queued.id(), "worker_id = " + worker.id() + ", handover_expires_at = now()"))
        .hasMessageContaining("builds_worker_has_process");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUCCESS", "FAILURE"})
  void aBuildBeingStoppedEndsAsAbortedOrOrphanedOnly(String status) {
    Claim claim = worker.take();
    engine.core().builds().stop(claim.build(), People.ALICE);

    assertThatThrownBy(() ->
            change(claim.build(), "status = '" + status + "', reason = 'x', ended_at = now()"))
        .hasMessageContaining("must not go from ABORTING to " + status);
  }

  @Test
  void aRunningBuildNeverGoesBackToTheQueue() {
    Claim claim = worker.take();

    assertThatThrownBy(() ->
            change(
                claim.build(), "status = 'QUEUED', started_at = NULL, handover_expires_at = now()"))
        .hasMessageContaining("must not go from RUNNING to QUEUED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status = 'FAILURE'",
        "reason = 'other'",
        "exit_code = 7",
        "ended_at = now() + interval '1 s'",
        "log_lines = 5",
        "status = 'RUNNING', ended_at = NULL"
      })
  void anEndedBuildNeverChanges(String change) {
    Claim claim = worker.take();
    worker.finish(claim, Outcome.SUCCESS, "exit code 0");

    assertThatThrownBy(() -> change(claim.build(), change))
        .hasMessageContaining("has ended and must not change");
    assertThatCode(() -> change(claim.build(), "superseded_by = NULL")).doesNotThrowAnyException();
  }

  private void change(long build, String assignment) {
    engine.execute("UPDATE builds SET " + assignment + " WHERE id = ?", build);
  }
}
