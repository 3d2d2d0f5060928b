package io.vespene.core.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.claim.Claim;
import io.vespene.core.log.AppendResult;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.NotFound;
import io.vespene.core.project.Project;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestWorker;
import io.vespene.protocol.log.LogFrame;
import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.HeldBuild;
import io.vespene.protocol.worker.Outcome;
import io.vespene.protocol.worker.StopOrder;
import io.vespene.protocol.worker.TriggerOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunningBuildsDatabaseTest {
  private TestEngine engine;
  private WorkerPool pool;
  private Project project;
  private TestWorker worker;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    pool = engine.pool("general");
    project = engine.project("hello", pool, 0, 0, 0);
    worker = engine.worker("w1", pool);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aFinishedBuildHasReasonExitCodeAndVariables() {
    engine.start(project);
    Claim claim = worker.take();

    FinishResult result =
        engine
            .core()
            .runningBuilds()
            .finish(
                claim,
                new Finish(
                    worker.processId(),
                    1,
                    Outcome.FAILURE,
                    Optional.of(3),
                    "exit code 3",
                    Map.of("version", "1.2", "bad name", "x", "nul", "\0"),
                    List.of(
                        new TriggerOutcome("pre", "tell\0", "slack", true, "", 12),
                        new TriggerOutcome("never", "odd", "slack", true, "", 1),
                        new TriggerOutcome("failure", "mail", "email", false, "no route", -1)),
                    0,
                    Optional.empty()),
                List.of());

    assertThat(result).isEqualTo(new FinishResult.Ended(BuildStatus.FAILURE));
    Build build = engine.build(claim.build());
    assertThat(build.status()).isEqualTo(BuildStatus.FAILURE);
    assertThat(build.reason()).contains("exit code 3");
    assertThat(build.exitCode()).contains(3);
    assertThat(build.endedAt().orElseThrow()).isAfterOrEqualTo(build.startedAt().orElseThrow());
    assertThat(engine.core().builds().outputVariables(build.id()))
        .containsExactly(Map.entry("version", "1.2"));
    assertThat(engine.core().builds().triggerOutcomes(build.id()))
        .containsExactly(
            new TriggerOutcome("pre", "tell\uFFFD", "slack", true, "", 12),
            new TriggerOutcome("failure", "mail", "email", false, "no route", 0));
  }

  @Test
  void aRepeatedFinishIsAnsweredAlikeAndChangesNothing() {
    engine.start(project);
    Claim claim = worker.take();

    worker.finish(claim, Outcome.SUCCESS, "exit code 0");

    assertThat(worker.finish(claim, Outcome.FAILURE, "exit code 1"))
        .isEqualTo(new FinishResult.Ended(BuildStatus.SUCCESS));
    assertThat(engine.build(claim.build()).reason()).contains("exit code 0");
  }

  @Test
  void aFinishWaitsForTheLog() {
    engine.start(project);
    Claim claim = worker.take();

    assertThat(worker.finish(claim, Outcome.SUCCESS, "exit code 0", 1))
        .isEqualTo(new FinishResult.LogIncomplete(0));
    assertThat(worker.append(claim, section(0))).isEqualTo(new AppendResult.Stored(1));
    assertThat(worker.finish(claim, Outcome.SUCCESS, "exit code 0", 1))
        .isEqualTo(new FinishResult.Ended(BuildStatus.SUCCESS));
    assertThat(worker.append(claim, section(1))).isEqualTo(new AppendResult.Fenced());
  }

  @Test
  void aFinishBringsTheEndOfTheLogAndMayBeRepeated() {
    engine.start(project);
    Claim claim = worker.take();
    worker.append(claim, section(0));

    for (String attempt : List.of("first", "repeated")) {
      assertThat(worker.finish(claim, Outcome.SUCCESS, "exit code 0", 2, section(0), sectionEnd(1)))
          .as(attempt)
          .isEqualTo(new FinishResult.Ended(BuildStatus.SUCCESS));
      assertThat(engine.core().logs().sections(claim.build()))
          .as(attempt)
          .singleElement()
          .returns(true, section -> section.endedAt().isPresent());
    }
  }

  @Test
  void aFinishWhoseLogHasAGapEndsNothing() {
    engine.start(project);
    Claim claim = worker.take();

    assertThat(worker.finish(claim, Outcome.SUCCESS, "exit code 0", 2, section(1)))
        .isEqualTo(new FinishResult.LogIncomplete(0));
    assertThat(engine.build(claim.build()).status()).isEqualTo(BuildStatus.RUNNING);
    assertThat(engine.core().logs().sections(claim.build())).isEmpty();
  }

  @Test
  void everyCallUnderAnotherClaimChangesNothing() {
    engine.start(project);
    Claim claim = worker.take();
    TestWorker stranger = engine.worker("w2", pool);

    for (Claim wrong :
        new Claim[] {
          new Claim(claim.worker(), claim.processId(), claim.build(), 2),
          new Claim(claim.worker(), "another process", claim.build(), 1),
          new Claim(stranger.id(), claim.processId(), claim.build(), 1),
          new Claim(claim.worker(), claim.processId(), claim.build() + 1, 1)
        }) {
      assertThat(worker.acknowledge(wrong)).isFalse();
      assertThat(worker.append(wrong, section(0))).isEqualTo(new AppendResult.Fenced());
      assertThat(worker.finish(wrong, Outcome.FAILURE, "no")).isEqualTo(new FinishResult.Fenced());
    }
    assertThat(engine.build(claim.build()).status()).isEqualTo(BuildStatus.RUNNING);
    assertThat(engine.build(claim.build()).log().nextSequence()).isZero();
  }

  @Test
  void aHandedOverBuildTakesNoLogAndNoEnd() {
    engine.start(project);
    Claim claim = worker.claim(worker.poll(1).assignments().getFirst());

    assertThat(worker.append(claim, section(0))).isEqualTo(new AppendResult.Fenced());
    assertThat(worker.finish(claim, Outcome.SUCCESS, "")).isEqualTo(new FinishResult.Fenced());
  }

  @Test
  void aQueuedBuildIsStoppedAtOnce() {
    Build build = engine.start(project);

    Build stopped = engine.core().builds().stop(build.id(), People.ALICE);

    assertThat(stopped.status()).isEqualTo(BuildStatus.ABORTED);
    assertThat(stopped.reason()).contains("stopped by alice");
    assertThat(worker.poll(1).assignments()).isEmpty();
    assertThatThrownBy(() -> engine.core().builds().stop(build.id(), People.BOB))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> engine.core().builds().stop(4711, People.BOB))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aHandedOverBuildIsStoppedAtOnceAndCanNotBeAcknowledged() {
    engine.start(project);
    Claim claim = worker.claim(worker.poll(1).assignments().getFirst());

    assertThat(engine.core().builds().stop(claim.build(), People.ALICE).status())
        .isEqualTo(BuildStatus.ABORTED);
    assertThat(worker.acknowledge(claim)).isFalse();
    assertThat(worker.poll(0, new HeldBuild(claim.build(), 1)).lost())
        .containsExactly(new HeldBuild(claim.build(), 1));
  }

  @Test
  void aRunningBuildIsAbortedWhenItsWorkerSaysSoWhateverItSays() {
    engine.start(project);
    Claim claim = worker.take();

    Build stopping = engine.core().builds().stop(claim.build(), People.ALICE);
    assertThat(stopping.status()).isEqualTo(BuildStatus.ABORTING);
    assertThat(engine.core().builds().stop(claim.build(), People.BOB).stopReason())
        .as("the first one counts")
        .contains("stopped by alice");
    assertThat(worker.poll(0, new HeldBuild(claim.build(), 1)).stops())
        .containsExactly(new StopOrder(claim.build(), 1, "stopped by alice"));

    assertThat(worker.finish(claim, Outcome.SUCCESS, "exit code 0"))
        .isEqualTo(new FinishResult.Ended(BuildStatus.ABORTED));
    assertThat(engine.build(claim.build()).reason()).contains("stopped by alice");
  }

  @Test
  void aWorkerThatShutsDownAbortsItsBuild() {
    engine.start(project);
    Claim claim = worker.take();

    assertThat(worker.finish(claim, Outcome.ABORTED, "worker shut down"))
        .isEqualTo(new FinishResult.Ended(BuildStatus.ABORTED));
    assertThat(engine.build(claim.build()).reason()).contains("worker shut down");
    assertThat(
            engine.read(
                String.class,
                "SELECT string_agg(to_status, ' ' ORDER BY id) FROM build_status_changes"))
        .isEqualTo("QUEUED RUNNING ABORTING ABORTED");
  }

  @Test
  void stopAndFinishAtTheSameMomentLeaveOneEnd() {
    for (int round = 0; round < 30; round++) {
      engine.start(project);
      Claim claim = worker.take();
      CompletableFuture<Void> stop =
          CompletableFuture.runAsync(() -> {
            try {
              engine.core().builds().stop(claim.build(), People.ALICE);
            } catch (Conflict tooLate) {
              assertThat(tooLate).hasMessageContaining("ended already");
            }
          });
      FinishResult finished = worker.finish(claim, Outcome.SUCCESS, "exit code 0");
      stop.join();

      Build build = engine.build(claim.build());
      assertThat(finished).isEqualTo(new FinishResult.Ended(build.status()));
      assertThat(build.status()).isIn(BuildStatus.SUCCESS, BuildStatus.ABORTED);
    }
  }

  @Test
  void anEmptyReasonIsFilledIn() {
    engine.start(project);
    Claim claim = worker.take();

    worker.finish(claim, Outcome.FAILURE, " \0".strip());

    assertThat(engine.build(claim.build()).reason().orElseThrow()).isNotBlank();
  }

  private static LogFrame sectionEnd(long sequence) {
    return new LogFrame.SectionEnded(sequence, 0, Optional.empty(), Instant.EPOCH);
  }

  private static LogFrame section(long sequence) {
    return new LogFrame.SectionStarted(sequence, 0, "script", "Script", Instant.EPOCH);
  }
}
