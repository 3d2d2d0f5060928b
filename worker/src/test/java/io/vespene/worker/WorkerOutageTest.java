package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.Outcome;
import io.vespene.worker.fake.Assignments;
import io.vespene.worker.fake.FakeBuild;
import io.vespene.worker.fake.FakeServer;
import io.vespene.worker.fake.Marker;
import io.vespene.worker.fake.TestWorker;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are away, late, forgetful, or another one. */
class WorkerOutageTest {
  @TempDir Path directory;
  private final Marker marker = Marker.fresh();
  private FakeServer server;
  private Optional<WorkerProgram> worker = Optional.empty();

  @BeforeEach
  void start() throws Exception {
    server = new FakeServer();
  }

  @AfterEach
  void end() throws Exception {
    if (worker.isPresent()) {
      worker.get().abort();
      worker.get().join();
    }
    server.close();
  }

  private void startWorker(URI... servers) throws Exception {
    worker = Optional.of(WorkerProgram.start(TestWorker.settings(directory, servers)));
  }

  @Test
  void aWorkerMayStartBeforeItsServer() throws Exception {
    server.goDown();
    startWorker(server.uri());
    server.comeBack();
    assertThat(server.enqueue(Assignments.script(1, "#!/bin/sh\n")).awaitFinish().reason())
        .isEqualTo("exit code 0");
  }

  @Test
  void aBuildGoesOnWithoutAServerAndLosesNothing() throws Exception {
    startWorker(server.uri());
    Path go = directory.resolve("go");
    FakeBuild build =
        server.enqueue(
            Assignments.script(
                1,
                "#!/bin/sh\necho before\nwhile [ ! -e %s ]; do sleep 0.05; done\nseq 1 100000\n"
                    .formatted(go)));
    build.awaitLog("before");
    server.goDown();
    Files.createFile(go);
    Path runs = directory.resolve("state/workers/name-w1/runs/1-1/spool");
    awaitSize(runs, 10_000);
    server.comeBack();
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(build.log().lines().count()).isEqualTo(100_001);
    assertThat(build.log()).startsWith("before\n1\n2\n").endsWith("99999\n100000\n");
  }

  @Test
  void anotherServerTakesOver() throws Exception {
    try (var second = new FakeServer()) {
      startWorker(second.uri(), server.uri());
      second.enqueue(Assignments.script(1, "#!/bin/sh\n")).awaitFinish();
      second.goDown();
      assertThat(server.enqueue(Assignments.script(2, "#!/bin/sh\n")).awaitFinish().outcome())
          .isEqualTo(Outcome.SUCCESS);
    }
  }

  @Test
  void lostAnswersChangeNothing() throws Exception {
    var requests = new AtomicInteger();
    server.loseAnswersTo(path -> requests.incrementAndGet() % 2 == 0);
    startWorker(server.uri());
    FakeBuild build = server.enqueue(Assignments.script(1, "#!/bin/sh\nseq 1 20000\n"));
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(build.log().lines().count()).isEqualTo(20_000);
  }

  @Test
  void aServerThatForgotTheLastOfTheLogGetsItAgain() throws Exception {
    startWorker(server.uri());
    Path go = directory.resolve("go");
    FakeBuild build =
        server.enqueue(
            Assignments.script(
                1,
                "#!/bin/sh\necho one\nwhile [ ! -e %s ]; do sleep 0.05; done\necho two\n"
                    .formatted(go)));
    build.awaitLog("one");
    build.forgetAfter(2);
    Files.createFile(go);
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(build.log()).isEqualTo("one\ntwo\n");
  }

  @Test
  void aServerThatForgotTheLogBeforeTheFinishGetsItAgain() throws Exception {
    startWorker(server.uri());
    server.answerBusyTo(path -> path.endsWith("/finish"));
    Path go = directory.resolve("go");
    FakeBuild build =
        server.enqueue(
            Assignments.script(
                1, "#!/bin/sh\necho one\nwhile [ ! -e %s ]; do sleep 0.05; done\n".formatted(go)));
    build.awaitLog("one");
    Files.createFile(go);
    awaitRequest("builds/1/finish");
    build.forgetAfter(1);
    server.answerBusyTo(path -> false);
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(build.log()).isEqualTo("one\n");
  }

  @Test
  void aWorkerThatReachesNoServerEndsItsBuildsItself() throws Exception {
    server.letWorkersAbandonAfter(1_500);
    server.holdPollsFor(300);
    startWorker(server.uri());
    FakeBuild build =
        server.enqueue(Assignments.script(1, "#!/bin/sh\nsleep " + marker.text() + "\n"));
    marker.awaitProcesses(1);
    server.goDown();
    awaitNone();
    server.comeBack();
    Finish finish = build.awaitFinish();
    assertThat(finish.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(finish.reason()).contains("reached no server for");
  }

  private void awaitNone() throws Exception {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (!marker.processes().isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertThat(marker.processes()).isEmpty();
  }

  private void awaitRequest(String path) throws Exception {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (!server.requests().contains(path)) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(10);
    }
  }

  private static void awaitSize(Path file, long bytes) throws Exception {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (Files.size(file) < bytes) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(10);
    }
  }
}
