package io.vespene.core.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.claim.Claim;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.NotFound;
import io.vespene.core.project.Project;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestWorker;
import io.vespene.protocol.worker.Outcome;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuildRetentionDatabaseTest {
  private TestEngine engine;
  private TestWorker worker;
  private Project project;
  private BuildRetention retention;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    WorkerPool pool = engine.pool("general");
    worker = engine.worker("w1", pool);
    project = engine.project("hello", pool);
    retention = engine.core().retention();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void buildsOlderThanTheirPoolKeepsThemAreRemoved() {
    long ancient = ended(Outcome.SUCCESS, 400);
    long old = ended(Outcome.FAILURE, 366);
    long young = ended(Outcome.SUCCESS, 364);
    long last = ended(Outcome.FAILURE, 1);

    retention.removeExpired();

    assertThat(left(ancient, old, young, last)).containsExactly(young, last);
  }

  @Test
  void theLastBuildAndTheLastSuccessAreNeverRemoved() {
    long earlierSuccess = ended(Outcome.SUCCESS, 900);
    long success = ended(Outcome.SUCCESS, 800);
    long failure = ended(Outcome.FAILURE, 700);
    long last = ended(Outcome.FAILURE, 600);

    retention.removeExpired();

    assertThat(left(earlierSuccess, success, failure, last)).containsExactly(success, last);
  }

  @Test
  void aBuildThatHasNotEndedMakesNoOtherTheLastButOne() {
    long last = ended(Outcome.SUCCESS, 500);
    long queued = engine.start(project).id();

    retention.removeExpired();

    assertThat(left(last, queued)).containsExactly(last, queued);
  }

  @Test
  void cleanUpRemovesTheOlderBuildsAndNotTheNewerOnes() {
    long old = ended(Outcome.SUCCESS, 31);
    long young = ended(Outcome.SUCCESS, 29);
    long last = ended(Outcome.SUCCESS, 0);

    assertThat(retention.removeBuildsOlderThan(30)).isEqualTo(1);

    assertThat(left(old, young, last)).containsExactly(young, last);
    assertThat(retention.removeBuildsOlderThan(0)).isEqualTo(1);
    assertThat(left(young, last)).containsExactly(last);
  }

  @Test
  void manyBuildsGoInSeveralBatches() {
    long first = ended(Outcome.FAILURE, 100);
    engine.execute(
        """
        INSERT INTO builds (project_id, worker_pool_id, status, priority, requested_by, reason,
                            queued_at, ended_at)
        SELECT project_id, worker_pool_id, 'ABORTED', 0, 'alice', 'superseded', queued_at, ended_at
        FROM builds, generate_series(1, 450) WHERE id = ?
        """,
        first);

    assertThat(retention.removeBuildsOlderThan(50)).isEqualTo(450);
  }

  @Test
  void whatAWorkerMayRemoveIsOldMarkedOrOfNoBuild() {
    long old = ended(Outcome.SUCCESS, 32);
    long young = ended(Outcome.SUCCESS, 30);
    long last = ended(Outcome.SUCCESS, 1);
    long running = engine.start(project).id();
    long unknown = 999_999;

    assertThat(retention.expiredDirectories(List.of(old, young, last, running, unknown)))
        .containsExactlyInAnyOrder(old, unknown);

    assertThat(retention.dropDirectoriesOlderThan(20)).isEqualTo(2);
    assertThat(retention.dropDirectoriesOlderThan(20)).isZero();
    assertThat(retention.expiredDirectories(List.of(old, young, last, running)))
        .containsExactlyInAnyOrder(old, young);
    assertThat(left(old, young, last)).containsExactly(old, young, last);
    assertThat(retention.expiredDirectories(List.of())).isEmpty();
  }

  @Test
  void theDirectoryOfTheLastBuildStaysHoweverOldItIs() {
    long success = ended(Outcome.SUCCESS, 900);
    long last = ended(Outcome.FAILURE, 800);

    assertThat(retention.dropDirectoriesOlderThan(0)).isZero();
    assertThat(retention.expiredDirectories(List.of(success, last))).isEmpty();
  }

  @Test
  void filesAreAtTheWorkerThatRanTheBuild() {
    long build = engine.start(project).id();
    assertThatThrownBy(() -> engine.core().buildFiles().require(build))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("no worker has run it");
    worker.take();

    assertThatThrownBy(() -> engine.core().buildFiles().require(build))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("w1")
        .hasMessageContaining("does not serve files");
    engine.execute("UPDATE workers SET file_port = 8001");
    assertThat(engine.core().buildFiles().require(build).port()).isEqualTo(8001);
    assertThat(engine.core().buildFiles().require(build).key())
        .isEqualTo(worker.register().fileKey());
    assertThat(worker.withProcess("another").register().fileKey())
        .isNotEqualTo(worker.register().fileKey());
    assertThatThrownBy(() -> engine.core().buildFiles().require(999_999))
        .isInstanceOf(NotFound.class);
  }

  /** A build that ended so many days ago. */
  private long ended(Outcome outcome, int daysAgo) {
    engine.start(project);
    Claim claim = worker.take();
    worker.finish(claim, outcome, "over");
    engine.execute("ALTER TABLE builds DISABLE TRIGGER builds_ended_guard");
    engine.execute(
        "UPDATE builds SET ended_at = now() - make_interval(days => ?) WHERE id = ?",
        daysAgo,
        claim.build());
    engine.execute("ALTER TABLE builds ENABLE TRIGGER builds_ended_guard");
    return claim.build();
  }

  private List<Long> left(long... builds) {
    return LongStream.of(builds)
        .boxed()
        .filter(build -> engine.core().builds().find(build).isPresent())
        .toList();
  }
}
