package io.vespene.core.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.build.Build;
import io.vespene.core.build.BuildStatus;
import io.vespene.core.build.FinishResult;
import io.vespene.core.claim.Claim;
import io.vespene.core.pool.PoolToken;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestWorker;
import io.vespene.protocol.worker.EnrolRequest;
import io.vespene.protocol.worker.Enrolled;
import io.vespene.protocol.worker.HeldBuild;
import io.vespene.protocol.worker.Outcome;
import io.vespene.protocol.worker.Registered;
import io.vespene.protocol.worker.Registration;
import io.vespene.protocol.worker.WorkerAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkersDatabaseTest {
  private TestEngine engine;
  private WorkerPool pool;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    pool = engine.pool("general");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aPoolTokenIsExchangedForACredential() {
    String token = engine.core().poolTokens().issue(pool.id(), People.ALICE).text();

    Enrolled enrolled =
        engine.core().workers().enrol(new EnrolRequest(List.of(token), "w1")).orElseThrow();

    assertThat(enrolled.pools()).containsExactly("general");
    assertThat(engine.core().workers().authenticate(enrolled.credential()))
        .contains(new WorkerIdentity(enrolled.workerId(), "w1"));
    assertThat(engine.core().workers().authenticate(token)).isEmpty();
    PoolToken used = engine.core().poolTokens().list(pool.id()).getFirst();
    assertThat(used.workers()).isEqualTo(1);
    assertThat(used.lastUsedAt()).isPresent();
  }

  @Test
  void aWorkerIsReachedWhereItsLastPollSaysItIs() {
    TestWorker worker = engine.worker("mover", pool);
    assertThat(engine.core().workers().find(worker.id()).orElseThrow().hostName())
        .isEqualTo("host.example");

    worker.pollFrom(new WorkerAddress("elsewhere.example", 4711));

    Worker moved = engine.core().workers().find(worker.id()).orElseThrow();
    assertThat(moved.hostName()).isEqualTo("elsewhere.example");
    assertThat(moved.filePort()).isEqualTo(4711);
    worker.poll(0);
    assertThat(engine.core().workers().find(worker.id()).orElseThrow().filePort()).isEqualTo(4711);
    assertThatThrownBy(() -> worker.pollFrom(new WorkerAddress("a\nb", 70_000)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("address.host_name")
        .hasMessageContaining("address.file_port");
  }

  @Test
  void aWorkerOfAnotherVersionIsPointedOut() {
    TestWorker worker = engine.worker("old", pool);
    assertThat(engine.core().workers().find(worker.id()).orElseThrow().otherVersion()).isTrue();
    engine.execute("UPDATE workers SET version = 'development'");
    assertThat(engine.core().workers().find(worker.id()).orElseThrow().otherVersion()).isFalse();
  }

  @Test
  void aWrongOrRevokedTokenEnrolsNobody() {
    var token = engine.core().poolTokens().issue(pool.id(), People.ALICE);
    engine.core().poolTokens().revoke(pool.id(), token.id(), People.ALICE);

    assertThat(enrol(token.text())).isFalse();
    assertThat(enrol("vsp_wrong")).isFalse();
    assertThatThrownBy(() -> engine.core().workers().enrol(new EnrolRequest(List.of(), "w1")))
        .isInstanceOf(InvalidInput.class);
    assertThat(engine.core().workers().list()).isEmpty();
  }

  @Test
  void aTakenNameGetsANumber() {
    engine.worker("w1", pool);
    engine.worker("w1", pool);
    engine.worker("w1", pool);

    assertThat(engine.core().workers().list())
        .extracting(Worker::name)
        .containsExactly("w1", "w1-2", "w1-3");
  }

  @Test
  void aWorkerServesThePoolsItHoldsTokensFor() {
    WorkerPool other = engine.pool("other");
    TestWorker worker = engine.worker("w1", pool);

    Registered registered =
        engine
            .core()
            .workers()
            .register(
                worker.id(), registration(worker.processId(), List.of("general", "other", "none")));

    assertThat(registered.servedPools()).containsExactly("general");
    assertThat(registered.refusedPools()).containsExactly(other.name(), "none");
    assertThat(registered.abandonAfterMillis()).isEqualTo(270_000);
    assertThat(engine.core().pools().overview())
        .filteredOn(overview -> overview.pool().name().equals("general"))
        .singleElement()
        .satisfies(overview -> assertThat(overview.workers()).isEqualTo(1));
  }

  @Test
  void aRevokedTokenEndsServing() {
    TestWorker worker = engine.worker("w1", pool);
    engine.start(engine.project("hello", pool));
    PoolToken token = engine.core().poolTokens().list(pool.id()).getFirst();

    engine.core().poolTokens().revoke(pool.id(), token.id(), People.ALICE);

    assertThat(worker.poll(1).assignments()).isEmpty();
    assertThat(engine.core().pools().overview().getFirst().starved()).isTrue();
  }

  @Test
  void aRestartedWorkerHasLostItsBuildsAtOnce() {
    TestWorker worker = engine.worker("w1", pool);
    engine.start(engine.project("hello", pool));
    Claim claim = worker.take();

    worker.withProcess("second life").register();

    Build build = engine.build(claim.build());
    assertThat(build.status()).isEqualTo(BuildStatus.ORPHANED);
    assertThat(build.reason()).contains("worker w1 was restarted");
    assertThat(worker.finish(claim, Outcome.SUCCESS, "exit code 0"))
        .isEqualTo(new FinishResult.Fenced());
    assertThat(worker.poll(1, 0)).as("a poll of the dead process").isEmpty();
  }

  @Test
  void registeringTwiceLosesNothing() {
    TestWorker worker = engine.worker("w1", pool);
    engine.start(engine.project("hello", pool));
    Claim claim = worker.take();

    worker.register();

    assertThat(engine.build(claim.build()).status()).isEqualTo(BuildStatus.RUNNING);
  }

  @Test
  void aHandOverToADeadProcessGoesToTheNextAtOnce() {
    TestWorker worker = engine.worker("w1", pool);
    Build build = engine.start(engine.project("hello", pool));
    worker.poll(1);

    TestWorker restarted = worker.withProcess("second life");
    restarted.register();

    assertThat(restarted.poll(1).assignments())
        .singleElement()
        .satisfies(again -> assertThat(again.build()).isEqualTo(build.id()));
  }

  @Test
  void aLostBuildIsStartedAnewWhenItsProjectWantsThat() {
    TestWorker worker = engine.worker("w1", pool);
    engine.start(engine.project("hello", pool, 0, 1, 1));
    Claim claim = worker.take();

    TestWorker second = worker.withProcess("second life");
    second.register();
    Claim retried = second.take();
    Build retry = engine.build(retried.build());
    assertThat(retry.retryOf()).contains(claim.build());
    assertThat(engine.core().builds().inputs(retry.id()))
        .isEqualTo(engine.core().builds().inputs(claim.build()));

    second.withProcess("third life").register();
    assertThat(engine.build(retry.id()).status()).isEqualTo(BuildStatus.ORPHANED);
    assertThat(engine.read(Long.class, "SELECT count(*) FROM builds")).isEqualTo(2);
  }

  @Test
  void aStoppedBuildIsNotStartedAnew() {
    TestWorker worker = engine.worker("w1", pool);
    engine.start(engine.project("hello", pool, 0, 1, 5));
    Claim claim = worker.take();
    engine.core().builds().stop(claim.build(), People.ALICE);

    worker.withProcess("second life").register();

    assertThat(engine.build(claim.build()).status()).isEqualTo(BuildStatus.ORPHANED);
    assertThat(engine.read(Long.class, "SELECT count(*) FROM builds")).isEqualTo(1);
  }

  @Test
  void statusesTellHowAWorkerIs() {
    TestWorker worker = engine.worker("w1", pool);
    assertThat(status(worker)).isEqualTo(WorkerStatus.ONLINE);
    engine.core().workers().drain(worker.id(), true, People.ALICE);
    assertThat(status(worker)).isEqualTo(WorkerStatus.DRAINING);
    engine.core().workers().drain(worker.id(), false, People.ALICE);
    silence(worker, 31);
    assertThat(status(worker)).isEqualTo(WorkerStatus.UNREACHABLE);
    silence(worker, 301);
    assertThat(status(worker)).isEqualTo(WorkerStatus.LOST);
    worker.poll(1);
    assertThat(status(worker)).isEqualTo(WorkerStatus.ONLINE);
    engine.core().workers().leave(worker.id(), "another process");
    assertThat(status(worker)).isEqualTo(WorkerStatus.ONLINE);
    engine.core().workers().leave(worker.id(), worker.processId());
    assertThat(status(worker)).isEqualTo(WorkerStatus.LEFT);
    assertThat(worker.poll(1, 0)).isEmpty();
  }

  @Test
  void aDrainingWorkerGetsNothingNew() {
    TestWorker worker = engine.worker("w1", pool);
    engine.start(engine.project("hello", pool));
    Claim claim = worker.take();
    engine.start(engine.project("other", pool));

    engine.core().workers().drain(worker.id(), true, People.ALICE);

    var answer = worker.poll(1, new HeldBuild(claim.build(), 1));
    assertThat(answer.drain()).isTrue();
    assertThat(answer.assignments()).isEmpty();
    assertThat(answer.lost()).isEmpty();
    assertThat(engine.core().workers().require("w1").builds()).containsExactly(claim.build());
  }

  @Test
  void unstorableRegistrationsAreRefused() {
    TestWorker worker = engine.worker("w1", pool);

    assertThatThrownBy(() ->
            engine.core().workers().register(worker.id(), registration("\0", List.of("general"))))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () -> engine.core().workers().register(4711, registration("p", List.of("general"))))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> engine.core().workers().require("nobody\0"))
        .isInstanceOf(NotFound.class);
  }

  private boolean enrol(String token) {
    return engine.core().workers().enrol(new EnrolRequest(List.of(token), "w1")).isPresent();
  }

  private static Registration registration(String process, List<String> pools) {
    return new Registration(process, "w1", "host.example", 0, "0.1.0", "Linux", 2, pools);
  }

  private WorkerStatus status(TestWorker worker) {
    return engine.core().workers().find(worker.id()).orElseThrow().status();
  }

  private void silence(TestWorker worker, int seconds) {
    engine.execute(
        "UPDATE workers SET last_seen_at = now() - make_interval(secs => ?) WHERE id = ?",
        (double) seconds,
        worker.id());
  }
}
