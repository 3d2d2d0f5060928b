package io.vespene.core.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.build.Build;
import io.vespene.core.claim.Claim;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestWorker;
import io.vespene.protocol.worker.HeldBuild;
import io.vespene.protocol.worker.Outcome;
import io.vespene.protocol.worker.PollAnswer;
import io.vespene.protocol.worker.StopOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polls that are held: what ends them, and how soon. */
class WorkerPollsDatabaseTest {
  private static final long HOLD_MILLIS = 10_000;

  private TestEngine engine;
  private WorkerPool pool;
  private TestWorker worker;

  @BeforeEach
  void open() throws InterruptedException {
    engine = TestEngine.open();
    engine.core().start();
    pool = engine.pool("general");
    worker = engine.worker("w1", pool);
    awaitListening();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aNewBuildEndsAHeldPollAtOnce() throws Exception {
    CompletableFuture<PollAnswer> poll = hold(1);

    long queued = System.nanoTime();
    Build build = engine.start(engine.project("hello", pool));

    PollAnswer answer = poll.get(4, TimeUnit.SECONDS);
    assertThat(answer.assignments().getFirst().build()).isEqualTo(build.id());
    assertThat(Duration.ofNanos(System.nanoTime() - queued)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void aStopReachesAWorkerAtOnceAndIsNotRepeatedWithoutPause() throws Exception {
    engine.start(engine.project("hello", pool));
    Claim claim = worker.take();
    var held = new HeldBuild(claim.build(), 1);
    CompletableFuture<PollAnswer> poll = hold(0, held);

    engine.core().builds().stop(claim.build(), People.ALICE);

    var order = new StopOrder(claim.build(), 1, "stopped by alice");
    assertThat(poll.get(4, TimeUnit.SECONDS).stops()).containsExactly(order);
    long asked = System.nanoTime();
    assertThat(worker.poll(0, HOLD_MILLIS, held).orElseThrow().stops()).containsExactly(order);
    assertThat(Duration.ofNanos(System.nanoTime() - asked))
        .isBetween(Duration.ofMillis(900), Duration.ofSeconds(4));
  }

  @Test
  void aFreedPlaceEndsAnotherWorkersHeldPoll() throws Exception {
    var project = engine.project("hello", pool);
    engine.start(project);
    Claim claim = worker.take();
    Build next = engine.start(project);
    TestWorker other = engine.worker("w2", pool);
    CompletableFuture<Optional<PollAnswer>> poll = hold(other, 1);

    worker.finish(claim, Outcome.SUCCESS, "exit code 0");

    assertThat(poll.get(4, TimeUnit.SECONDS).orElseThrow().assignments().getFirst().build())
        .isEqualTo(next.id());
  }

  @Test
  void aPollWithNothingToTellIsHeldAsLongAsItWishes() {
    long asked = System.nanoTime();

    assertThat(worker.poll(1, 300).orElseThrow().isEmpty()).isTrue();

    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void aDrainIsHeardAtOnceAndToldOnce() throws Exception {
    CompletableFuture<PollAnswer> poll = hold(1);
    engine.core().workers().drain(worker.id(), true, People.ALICE);
    assertThat(poll.get(4, TimeUnit.SECONDS).drain()).isTrue();

    CompletableFuture<PollAnswer> drained = hold(0);
    assertThat(drained).isNotDone();
    engine.core().workers().drain(worker.id(), false, People.ALICE);
    assertThat(drained.get(4, TimeUnit.SECONDS).drain()).isFalse();
  }

  @Test
  void aNewerPollSendsTheOlderHome() throws Exception {
    CompletableFuture<PollAnswer> older = hold(1);

    assertThat(worker.poll(1, 0)).isPresent();

    assertThat(older.get(4, TimeUnit.SECONDS).isEmpty()).isTrue();
  }

  @Test
  void aRestartEndsThePollOfTheDeadProcess() throws Exception {
    CompletableFuture<Optional<PollAnswer>> poll = hold(worker, 1);

    worker.withProcess("second life").register();

    assertThat(poll.get(4, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void aServerThatEndsAnswersAllPolls() throws Exception {
    CompletableFuture<PollAnswer> poll = hold(1);

    engine.core().polls().close();

    assertThat(poll.get(4, TimeUnit.SECONDS).isEmpty()).isTrue();
    assertThat(worker.poll(1, HOLD_MILLIS).orElseThrow().isEmpty()).isTrue();
  }

  @Test
  void oneBuildWakesOneOfManyWorkers() throws Exception {
    CompletableFuture<PollAnswer> first = hold(1);
    TestWorker other = engine.worker("w2", pool);
    CompletableFuture<Optional<PollAnswer>> second = hold(other, 1);
    var project = engine.project("hello", pool, 0, 0, 0);

    engine.start(project);
    CompletableFuture.anyOf(first, second).get(4, TimeUnit.SECONDS);
    assertThat(first.isDone() && second.isDone()).isFalse();
    engine.start(project);
    CompletableFuture.allOf(first, second).get(4, TimeUnit.SECONDS);
  }

  private CompletableFuture<PollAnswer> hold(int freeSlots, HeldBuild... holding)
      throws InterruptedException {
    return hold(worker, freeSlots, holding).thenApply(Optional::orElseThrow);
  }

  /** Begins a poll and returns when it has looked, which it does after it began to listen. */
  private CompletableFuture<Optional<PollAnswer>> hold(
      TestWorker waiting, int freeSlots, HeldBuild... holding) throws InterruptedException {
    engine.execute("UPDATE workers SET disk_free_bytes = -1 WHERE id = ?", waiting.id());
    CompletableFuture<Optional<PollAnswer>> poll =
        CompletableFuture.supplyAsync(
            () -> waiting.poll(freeSlots, HOLD_MILLIS, holding), Thread::startVirtualThread);
    while (engine.read(Long.class, "SELECT disk_free_bytes FROM workers WHERE id = ?", waiting.id())
        < 0) {
      Thread.sleep(5);
    }
    return poll;
  }

  private void awaitListening() throws InterruptedException {
    while (engine.read(
            Long.class, "SELECT count(*) FROM pg_stat_activity WHERE query = 'LISTEN vespene'")
        == 0) {
      Thread.sleep(5);
    }
  }
}
