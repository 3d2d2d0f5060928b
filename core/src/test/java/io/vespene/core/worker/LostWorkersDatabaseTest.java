package io.vespene.core.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.build.Build;
import io.vespene.core.build.BuildStatus;
import io.vespene.core.build.LostBuilds;
import io.vespene.core.claim.Claim;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestWorker;
import io.vespene.protocol.worker.HeldBuild;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostWorkersDatabaseTest {
  private TestEngine engine;
  private WorkerPool pool;
  private TestWorker worker;
  private LostBuilds lost;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    pool = engine.pool("general");
    worker = engine.worker("w1", pool);
    lost = new LostBuilds(engine.core().database());
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void buildsOfASilentWorkerAreGivenUp() {
    engine.start(engine.project("hello", pool, 0, 1, 1));
    Claim claim = worker.take();
    silence(299);
    assertThat(lost.reap(Instant.EPOCH)).isZero();
    silence(301);

    assertThat(lost.reap(Instant.EPOCH)).isEqualTo(1);

    Build build = engine.build(claim.build());
    assertThat(build.status()).isEqualTo(BuildStatus.ORPHANED);
    assertThat(build.reason()).contains("worker w1 lost: not heard from for 5 min");
    assertThat(worker.poll(0, new HeldBuild(claim.build(), 1)).lost())
        .containsExactly(new HeldBuild(claim.build(), 1));
    assertThat(worker.take().build()).as("the retry").isEqualTo(build.id() + 1);
  }

  @Test
  void aBuildBeingStoppedIsGivenUpToo() {
    engine.start(engine.project("hello", pool));
    Claim claim = worker.take();
    engine.core().builds().stop(claim.build(), People.ALICE);
    silence(301);

    lost.reap(Instant.EPOCH);

    assertThat(engine.build(claim.build()).status()).isEqualTo(BuildStatus.ORPHANED);
  }

  @Test
  void downtimeOfTheServersIsNotSilence() {
    engine.start(engine.project("hello", pool));
    Claim claim = worker.take();
    silence(3600);

    assertThat(lost.reap(Instant.now().minusSeconds(200))).isZero();
    assertThat(engine.build(claim.build()).status()).isEqualTo(BuildStatus.RUNNING);
  }

  @Test
  void aBuildThatNoWorkerTakesIsGivenUpInTheEnd() {
    Build build = engine.start(engine.project("hello", pool));
    assertThat(lost.reapOverdue()).isZero();
    engine.execute("UPDATE builds SET queued_at = now() - interval '25 hours'");

    assertThat(lost.reapOverdue()).isEqualTo(1);

    assertThat(engine.build(build.id()).status()).isEqualTo(BuildStatus.ORPHANED);
    assertThat(engine.build(build.id()).reason()).contains("waited longer than 24 h for a worker");
  }

  @Test
  void aFreedPlaceGoesToTheNextBuild() {
    var project = engine.project("hello", pool);
    engine.start(project);
    worker.take();
    Build next = engine.start(project);
    TestWorker other = engine.worker("w2", pool);
    assertThat(other.poll(1).assignments()).isEmpty();
    silence(301);

    lost.reap(Instant.EPOCH);

    assertThat(other.take().build()).isEqualTo(next.id());
  }

  private void silence(int seconds) {
    engine.execute(
        "UPDATE workers SET last_seen_at = now() - make_interval(secs => ?) WHERE id = ?",
        (double) seconds,
        worker.id());
  }
}
