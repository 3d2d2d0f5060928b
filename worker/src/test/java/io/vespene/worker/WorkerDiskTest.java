package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.protocol.worker.Outcome;
import io.vespene.worker.fake.Assignments;
import io.vespene.worker.fake.FakeBuild;
import io.vespene.worker.fake.FakeServer;
import io.vespene.worker.fake.TestWorker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up, and directories whose time is over. */
@Timeout(120)
class WorkerDiskTest {
  @TempDir Path directory;
  private FakeServer server;
  private WorkerProgram worker;
  private Path builds;

  @BeforeEach
  void start() throws Exception {
    builds = Files.createDirectory(directory.resolve("builds"));
    run("mount", "-t", "tmpfs", "-o", "size=1m", "none", builds.toString());
    server = new FakeServer();
    WorkerSettings settings = TestWorker.settings(directory, server.uri());
    var noFloor = new WorkerLimits(2, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    worker = WorkerProgram.start(TestWorker.withLimits(settings, noFloor));
  }

  @AfterEach
  void end() throws Exception {
    worker.abort();
    worker.join();
    server.close();
    run("umount", builds.toString());
  }

  @Test
  void aBuildThatFillsTheDiskFailsAloneAndTheWorkerRecovers() throws Exception {
    FakeBuild full =
        server.enqueue(
            Assignments.script(1, "#!/bin/sh\ndd if=/dev/zero of=big bs=64k || exit 3\n"));
    assertThat(full.awaitFinish().outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(full.awaitFinish().reason())
        .isEqualTo("exit code 3: the disk of the build root is full");

    FakeBuild next = server.enqueue(Assignments.script(2, "#!/bin/sh\necho hello\n"));
    assertThat(next.awaitFinish().outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(next.awaitFinish().reason()).contains("No space left on device");

    server.expire(1);
    awaitGone(builds.resolve("1"));
    FakeBuild last = server.enqueue(Assignments.script(3, "#!/bin/sh\necho hello\n"));
    assertThat(last.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void onlyDirectoriesThatMayGoAreRemoved() throws Exception {
    Files.createDirectories(builds.resolve("77"));
    server
        .enqueue(Assignments.script(1, "#!/bin/sh\nmkdir -p a/b; touch a/b/c; chmod 500 a/b a\n"))
        .awaitFinish();
    server.enqueue(Assignments.script(2, "#!/bin/sh\ntrue\n")).awaitFinish();

    server.expire(1);
    server.expire(77);
    awaitGone(builds.resolve("1"));

    assertThat(builds.resolve("2")).isDirectory();
    // Nobody asks about a directory that this worker has not made.
    assertThat(builds.resolve("77")).isDirectory();
    assertThat(server.questions()).noneMatch(question -> question.builds().contains(77L));
  }

  @Test
  void theDirectoryOfARunningBuildIsNeverAskedAbout() throws Exception {
    Path goOn = directory.resolve("go-on");
    server.enqueue(Assignments.script(2, "#!/bin/sh\ntrue\n")).awaitFinish();
    FakeBuild running =
        server.enqueue(
            Assignments.script(
                1, "#!/bin/sh\nwhile [ ! -e %s ]; do sleep 0.02; done\n".formatted(goOn)));
    server.expire(1);
    running.awaitAcknowledged();
    int asked = server.questions().size();
    awaitQuestions(asked + 3);

    assertThat(server.questions()).noneMatch(question -> question.builds().contains(1L));
    assertThat(builds.resolve("1")).isDirectory();
    Files.createFile(goOn);
    assertThat(running.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
    awaitGone(builds.resolve("1"));
  }

  private void awaitQuestions(int count) throws InterruptedException {
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (server.questions().size() < count) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(10);
    }
  }

  private static void awaitGone(Path path) throws InterruptedException {
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (Files.exists(path)) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(10);
    }
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
