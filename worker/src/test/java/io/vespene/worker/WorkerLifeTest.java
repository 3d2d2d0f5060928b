package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.Outcome;
import io.vespene.protocol.worker.Poll;
import io.vespene.worker.fake.Assignments;
import io.vespene.worker.fake.FakeBuild;
import io.vespene.worker.fake.FakeServer;
import io.vespene.worker.fake.Marker;
import io.vespene.worker.fake.TestWorker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How workers join, take builds, and end. */
class WorkerLifeTest {
  @TempDir Path directory;
  private final Marker marker = Marker.fresh();
  private final List<WorkerProgram> workers = new ArrayList<>();
  private FakeServer server;

  @BeforeEach
  void start() throws Exception {
    server = new FakeServer();
  }

  @AfterEach
  void end() throws Exception {
    workers.forEach(WorkerProgram::abort);
    for (WorkerProgram worker : workers) {
      worker.join();
    }
    server.close();
  }

  private WorkerProgram startWorker(WorkerSettings settings) throws Exception {
    WorkerProgram worker = WorkerProgram.start(settings);
    workers.add(worker);
    return worker;
  }

  private WorkerSettings settings() {
    return TestWorker.settings(directory, server.uri());
  }

  @Test
  void aDrainingWorkerFinishesWhatRunsAndTakesNothingMore() throws Exception {
    WorkerProgram worker = startWorker(settings());
    Path go = directory.resolve("go");
    FakeBuild running = server.enqueue(waitFor(1, go));
    running.awaitLog("started");
    worker.drain();
    awaitPoll(poll -> poll.draining() && poll.freeSlots() == 0);
    FakeBuild later = server.enqueue(Assignments.script(2, "#!/bin/sh\n"));
    Files.createFile(go);
    assertThat(worker.join()).isZero();
    assertThat(running.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(later.timesAcknowledged()).isZero();
    assertThat(server.hasLeft()).isTrue();
  }

  @Test
  void aWorkerThatAPersonDrainsTakesNothingUntilItIsResumed() throws Exception {
    server.drainWorker(true);
    startWorker(settings());
    awaitPoll(poll -> true);
    FakeBuild build = server.enqueue(Assignments.script(1, "#!/bin/sh\n"));
    int polls = server.polls().size();
    awaitRequests("poll", polls + 3);
    assertThat(build.timesAcknowledged()).isZero();
    server.drainWorker(false);
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void anAbortedWorkerStopsItsBuildsAndSaysWhy() throws Exception {
    WorkerProgram worker = startWorker(settings());
    FakeBuild build =
        server.enqueue(Assignments.script(1, "#!/bin/sh\nsleep " + marker.text() + "\n"));
    marker.awaitProcesses(1);
    worker.abort();
    assertThat(worker.join()).isEqualTo(1);
    Finish finish = build.awaitFinish();
    assertThat(finish.outcome()).isEqualTo(Outcome.ABORTED);
    assertThat(finish.reason()).isEqualTo("worker shut down");
    assertThat(marker.processes()).isEmpty();
  }

  @Test
  void aWorkerWithTwoSlotsRunsTwoBuildsAtOnce() throws Exception {
    startWorker(
        TestWorker.withLimits(
            settings(),
            new WorkerLimits(2, Optional.empty(), Optional.empty(), Optional.empty(), 0)));
    Path one = directory.resolve("one");
    Path two = directory.resolve("two");
    FakeBuild first =
        server.enqueue(
            Assignments.script(
                1,
                "#!/bin/sh\ntouch %s; while [ ! -e %s ]; do sleep 0.02; done".formatted(one, two)));
    FakeBuild second =
        server.enqueue(
            Assignments.script(
                2,
                "#!/bin/sh\ntouch %s; while [ ! -e %s ]; do sleep 0.02; done".formatted(two, one)));
    first.awaitFinish();
    second.awaitFinish();
  }

  @Test
  void eachBuildRunsOnceHoweverOftenItIsHandedOut() throws Exception {
    startWorker(settings());
    Path ran = directory.resolve("ran");
    for (int build = 1; build <= 30; build++) {
      server.enqueue(Assignments.script(build, "#!/bin/sh\necho x >> " + ran + "\n"));
    }
    FakeBuild last = server.enqueue(Assignments.script(31, "#!/bin/sh\necho x >> " + ran + "\n"));
    last.awaitFinish();
    assertThat(Files.readAllLines(ran)).hasSize(31);
  }

  @Test
  void aWorkerEndsAfterItsLastAllowedBuild() throws Exception {
    WorkerProgram worker =
        startWorker(
            TestWorker.withLimits(
                settings(),
                new WorkerLimits(1, Optional.of(2), Optional.empty(), Optional.empty(), 0)));
    for (int build = 1; build <= 3; build++) {
      server.enqueue(Assignments.script(build, "#!/bin/sh\n"));
    }
    assertThat(worker.join()).isZero();
    assertThat(server.requests().stream().filter(path -> path.endsWith("finish"))).hasSize(2);
  }

  @Test
  void aWorkerEndsAfterWaitingInVain() throws Exception {
    WorkerProgram worker =
        startWorker(
            TestWorker.withLimits(
                settings(),
                new WorkerLimits(
                    1,
                    Optional.empty(),
                    Optional.of(Duration.ofMillis(300)),
                    Optional.empty(),
                    0)));
    assertThat(worker.join()).isZero();
  }

  @Test
  void aWorkerForOneBuildRunsThatAndEnds() throws Exception {
    FakeBuild other = server.enqueue(Assignments.script(1, "#!/bin/sh\n"));
    FakeBuild wanted = server.enqueue(Assignments.script(2, "#!/bin/sh\n"));
    WorkerProgram worker = startWorker(TestWorker.withLimits(settings(), onlyBuild(2)));
    assertThat(worker.join()).isZero();
    assertThat(wanted.timesFinished()).isEqualTo(1);
    assertThat(other.timesAcknowledged()).isZero();
  }

  @Test
  void aWorkerForOneBuildThatCannotBeHadEndsWithAnError() throws Exception {
    WorkerProgram worker = startWorker(TestWorker.withLimits(settings(), onlyBuild(99)));
    assertThat(worker.join()).isEqualTo(1);
  }

  private static WorkerLimits onlyBuild(long build) {
    return new WorkerLimits(
        1, Optional.empty(), Optional.of(Duration.ofSeconds(1)), Optional.of(build), 0);
  }

  @Test
  void belowTheDiskFloorNothingIsClaimed() throws Exception {
    startWorker(
        TestWorker.withLimits(
            settings(),
            new WorkerLimits(
                1, Optional.empty(), Optional.empty(), Optional.empty(), Long.MAX_VALUE)));
    FakeBuild build = server.enqueue(Assignments.script(1, "#!/bin/sh\n"));
    awaitPoll(poll -> poll.freeSlots() == 0 && poll.diskFreeBytes() > 0);
    assertThat(build.timesAcknowledged()).isZero();
  }

  @Test
  void aWorkerKeepsItsCredentialInAFileOfItsOwn() throws Exception {
    WorkerProgram first = startWorker(settings());
    awaitPoll(poll -> true);
    first.drain();
    first.join();
    Path file = directory.resolve("state/workers/name-w1/credential.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    startWorker(withTokens(List.of()));
    server.enqueue(Assignments.script(1, "#!/bin/sh\n")).awaitFinish();
    assertThat(server.requests().stream().filter(path -> path.equals("enrol"))).hasSize(1);
    assertThat(server.registrations()).hasSize(2);
    assertThat(server.registrations().get(0).processId())
        .isNotEqualTo(server.registrations().get(1).processId());
  }

  @Test
  void aWrongTokenIsTriedAgainSlowly() throws Exception {
    WorkerProgram worker = startWorker(withTokens(List.of("wrong")));
    awaitRequests("enrol", 2);
    worker.drain();
    assertThat(worker.join()).isZero();
  }

  @Test
  void aRevokedCredentialIsReplacedByMeansOfTheToken() throws Exception {
    startWorker(settings());
    awaitPoll(poll -> true);
    server.revokeCredential();
    server.enqueue(Assignments.script(1, "#!/bin/sh\n")).awaitFinish();
    assertThat(server.requests().stream().filter(path -> path.equals("enrol"))).hasSize(2);
  }

  @Test
  void aPoolThatComesLaterIsServedThen() throws Exception {
    server.servePools(List.of());
    startWorker(settings());
    // By then it knows that there is no such pool.
    awaitPoll(poll -> true);
    server.servePools(List.of("general"));
    awaitRequests("register", 2);
  }

  @Test
  void twoWorkersOfOneNameInOnePlaceAreRefused() throws Exception {
    startWorker(settings());
    assertThatThrownBy(() -> WorkerProgram.start(settings()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("name is w1");
  }

  @Test
  void workersWithoutANameStandSideBySide() throws Exception {
    startWorker(withoutName());
    startWorker(withoutName());
    awaitRegistrations(2);
    assertThat(server.registrations().stream().map(registration -> registration.name()))
        .containsExactlyInAnyOrder("testhost", "testhost-2");
  }

  private WorkerSettings withoutName() {
    WorkerIdentity identity = settings().identity();
    return withIdentity(
        new WorkerIdentity(
            Optional.empty(),
            identity.pools(),
            identity.poolTokens(),
            identity.hostName(),
            identity.fileServing(),
            "0.1.0"));
  }

  private WorkerSettings withTokens(List<String> tokens) {
    return withIdentity(TestWorker.identity(tokens));
  }

  private WorkerSettings withIdentity(WorkerIdentity identity) {
    WorkerSettings settings = settings();
    return new WorkerSettings(
        settings.servers(),
        identity,
        settings.limits(),
        settings.places(),
        settings.rights(),
        settings.tuning());
  }

  private static io.vespene.protocol.worker.Assignment waitFor(long build, Path file) {
    return Assignments.script(
        build, "#!/bin/sh\necho started\nwhile [ ! -e %s ]; do sleep 0.02; done\n".formatted(file));
  }

  private void awaitPoll(Predicate<Poll> wanted) throws Exception {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (server.polls().stream().noneMatch(wanted)) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(10);
    }
  }

  private void awaitRegistrations(int count) throws Exception {
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (server.registrations().size() < count) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(10);
    }
  }

  private void awaitRequests(String path, int count) throws Exception {
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (server.requests().stream().filter(path::equals).count() < count) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(10);
    }
  }
}
