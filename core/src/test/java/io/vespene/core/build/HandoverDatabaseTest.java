package io.vespene.core.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.claim.Claim;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.project.Project;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestWorker;
import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.HeldBuild;
import io.vespene.protocol.worker.Outcome;
import io.vespene.protocol.worker.Poll;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandoverDatabaseTest {
  private TestEngine engine;
  private WorkerPool pool;
  private TestWorker worker;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    pool = engine.pool("general");
    worker = engine.worker("w1", pool);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aWorkerGetsAllItNeedsToKnow() {
    Project project = engine.project("hello", pool);
    Build build = engine.start(project);

    Assignment assignment = worker.poll(1).assignments().getFirst();

    assertThat(assignment.build()).isEqualTo(build.id());
    assertThat(assignment.epoch()).isEqualTo(1);
    assertThat(assignment.project().name()).isEqualTo("hello");
    assertThat(assignment.script()).isEqualTo("#!/bin/sh\necho hello\n");
    assertThat(assignment.timeoutSeconds()).isEqualTo(3600);
    assertThat(assignment.directoryPermissions()).isEqualTo(0770);
    assertThat(assignment.isolation().type()).isEqualTo("none");
    assertThat(assignment.environment())
        .containsEntry("VESPENE_BUILD_ID", Long.toString(build.id()))
        .containsEntry("VESPENE_PROJECT", "hello")
        .containsEntry("VESPENE_URL", "http://vespene.example:8000");
  }

  @Test
  void theBuildIsQueuedUntilItIsAcknowledged() {
    Build build = engine.start(engine.project("hello", pool));

    Claim claim = worker.claim(worker.poll(1).assignments().getFirst());
    assertThat(engine.build(build.id()).status()).isEqualTo(BuildStatus.QUEUED);
    assertThat(worker.acknowledge(claim)).isTrue();
    assertThat(worker.acknowledge(claim)).as("said again").isTrue();
    assertThat(engine.build(build.id()).status()).isEqualTo(BuildStatus.RUNNING);
    assertThat(engine.build(build.id()).worker().orElseThrow().name()).isEqualTo("w1");
  }

  @Test
  void highestPriorityGoesFirstAndThenTheOldest() {
    Project ordinary = engine.project("ordinary", pool, 0, 0, 0);
    Project urgent = engine.project("urgent", pool, 10, 0, 0);
    Build first = engine.start(ordinary);
    Build second = engine.start(ordinary);
    Build third = engine.start(urgent);

    assertThat(claimed(worker.poll(1).assignments())).containsExactly(third.id());
    assertThat(claimed(worker.poll(1, held(third, 1)).assignments())).containsExactly(first.id());
    assertThat(claimed(worker.poll(1, held(third, 1), held(first, 1)).assignments()))
        .containsExactly(second.id());
  }

  @Test
  void priorityCountsAcrossPools() {
    WorkerPool other = engine.pool("other");
    TestWorker both = engine.worker("both", pool, other);
    engine.start(engine.project("first", pool));
    Build urgent = engine.start(engine.project("urgent", other, 5, 1, 0));

    assertThat(claimed(both.poll(1).assignments())).containsExactly(urgent.id());
  }

  @Test
  void aWaitingBuildBlocksNobodyBehindIt() {
    Project busy = engine.project("busy", pool, 50, 1, 0);
    Build running = engine.start(busy);
    Claim claim = worker.take();
    engine.start(busy);
    Build behind = engine.start(engine.project("other", pool));

    assertThat(claim.build()).isEqualTo(running.id());
    assertThat(claimed(worker.poll(4, held(running, 1)).assignments()))
        .containsExactly(behind.id());
  }

  @Test
  void aHandOverCountsAsRunning() {
    Project busy = engine.project("busy", pool, 0, 1, 0);
    Build first = engine.start(busy);
    engine.start(busy);

    assertThat(claimed(worker.poll(4).assignments())).containsExactly(first.id());
  }

  @Test
  void theNextBuildHasItsTurnWhenOneEnds() {
    Project busy = engine.project("busy", pool, 0, 1, 0);
    engine.start(busy);
    Claim first = worker.take();
    Build second = engine.start(busy);
    assertThat(worker.poll(1, new HeldBuild(first.build(), 1)).assignments()).isEmpty();

    worker.finish(first, Outcome.SUCCESS, "exit code 0");
    assertThat(claimed(worker.poll(1).assignments())).containsExactly(second.id());
  }

  @Test
  void noLimitIsNoLimit() {
    Project wide = engine.project("wide", pool, 0, 0, 0);
    for (int number = 0; number < 5; number++) {
      engine.start(wide);
    }
    assertThat(worker.poll(4).assignments()).hasSize(4);
  }

  @Test
  void aLostAnswerIsGivenAgain() {
    Build build = engine.start(engine.project("hello", pool));
    Assignment lost = worker.poll(1).assignments().getFirst();

    Assignment again = worker.poll(1).assignments().getFirst();

    assertThat(again).isEqualTo(lost);
    assertThat(worker.poll(1, held(build, 1)).assignments()).isEmpty();
  }

  @Test
  void anotherWorkerGetsWhatWasNotAcknowledgedInTime() {
    Build build = engine.start(engine.project("hello", pool));
    Claim late = worker.claim(worker.poll(1).assignments().getFirst());
    engine.execute("UPDATE builds SET handover_expires_at = now() - interval '1 second'");
    TestWorker other = engine.worker("w2", pool);
    assertThat(other.poll(1).assignments()).as("not yet released").isEmpty();

    assertThat(handover().releaseExpired()).isEqualTo(1);

    assertThat(worker.acknowledge(late)).isFalse();
    assertThat(worker.poll(0, held(build, 1)).lost()).containsExactly(held(build, 1));
    Claim next = other.claim(other.poll(1).assignments().getFirst());
    assertThat(next.epoch()).isEqualTo(2);
    assertThat(worker.acknowledge(late)).isFalse();
    assertThat(other.acknowledge(next)).isTrue();
  }

  @Test
  void anAcknowledgedBuildIsNotReleased() {
    engine.start(engine.project("hello", pool));
    Claim claim = worker.take();

    assertThat(handover().releaseExpired()).isZero();
    assertThat(engine.build(claim.build()).status()).isEqualTo(BuildStatus.RUNNING);
  }

  @Test
  void aWorkerCanAskForOneCertainBuild() {
    engine.start(engine.project("first", pool));
    Build wanted = engine.start(engine.project("second", pool));

    var poll =
        new Poll(
            worker.processId(),
            List.of(),
            1,
            Optional.of(wanted.id()),
            false,
            0,
            Optional.empty(),
            0);
    assertThat(claimed(worker.send(poll).orElseThrow().assignments())).containsExactly(wanted.id());
  }

  @Test
  void buildsOfOtherPoolsAreNotGiven() {
    WorkerPool other = engine.pool("other");
    engine.start(engine.project("elsewhere", other));

    assertThat(worker.poll(4).assignments()).isEmpty();
  }

  private Handover handover() {
    return new Handover(
        engine.core().database(),
        engine.database().coreSettings().engine(),
        new ProjectSecrets(
            engine.core().sshKeys(),
            engine.core().serviceLogins(),
            engine.database().coreSettings().keyset()));
  }

  private static List<Long> claimed(List<Assignment> assignments) {
    return assignments.stream().map(Assignment::build).toList();
  }

  private static HeldBuild held(Build build, int epoch) {
    return new HeldBuild(build.id(), epoch);
  }
}
