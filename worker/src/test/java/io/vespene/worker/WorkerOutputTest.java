package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.Outcome;
import io.vespene.worker.fake.Assignments;
import io.vespene.worker.fake.FakeBuild;
import io.vespene.worker.fake.FakeServer;
import io.vespene.worker.fake.TestWorker;
import io.vespene.worker.fake.WorkerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Much output, strange output, and output that has nowhere to go. */
class WorkerOutputTest {
  @TempDir Path directory;
  private FakeServer server;

  @BeforeEach
  void start() throws Exception {
    server = new FakeServer();
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void aMillionLinesPassThroughASmallHeapUnchanged() throws Exception {
    Process worker =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx32m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    WorkerProcess.class.getName(),
                    server.uri().toString(),
                    directory.toString()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Path copy = directory.resolve("copy");
      FakeBuild build =
          server.enqueue(
              Assignments.script(
                  1,
                  ("#!/bin/sh\nseq 1 1000000 | sed 's/.*/&: \\x1b[32mgreen\\x1b[0m "
                      + "and what else a line may hold: &/' | tee "
                      + copy
                      + "\n")));
      assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(digest(build.bytes())).isEqualTo(digest(Files.readAllBytes(copy)));
    } finally {
      worker.getOutputStream().close();
      worker.waitFor();
    }
  }

  @Test
  void bytesThatAreNoTextAndALastLineWithoutNewlineStayAsTheyAre() throws Exception {
    Path file = directory.resolve("bytes");
    var bytes = new byte[300_000];
    new java.util.Random(7).nextBytes(bytes);
    Files.write(file, bytes);
    withWorker(() -> {
      FakeBuild build = server.enqueue(Assignments.script(1, "#!/bin/sh\ncat " + file + "\n"));
      build.awaitFinish();
      assertThat(build.bytes()).isEqualTo(bytes);
    });
  }

  @Test
  void outputIsThereWhileTheScriptRuns() throws Exception {
    withWorker(() -> {
      Path go = directory.resolve("go");
      FakeBuild build =
          server.enqueue(
              Assignments.script(
                  1,
                  "#!/bin/sh\nprintf 'half a li'; while [ ! -e %s ]; do sleep 0.02; done; echo ne"
                      .formatted(go)));
      build.awaitLog("half a li");
      Files.createFile(go);
      build.awaitFinish();
      assertThat(build.log()).isEqualTo("half a line\n");
    });
  }

  @Test
  void aFullDiskFailsThatBuildOnlyAndSaysSo() throws Exception {
    Path small = Files.createDirectory(directory.resolve("state"));
    run("mount", "-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", small.toString());
    try {
      withWorker(() -> {
        FakeBuild build =
            server.enqueue(
                Assignments.script(1, "#!/bin/sh\nhead -c 8000000 /dev/urandom\nsleep 3600\n"));
        // Nothing is taken off the worker, so that the spool grows.
        server.answerBusyTo(path -> path.endsWith("/log"));
        awaitFull(small);
        server.answerBusyTo(path -> false);
        Finish finish = build.awaitFinish();
        assertThat(finish.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(finish.reason()).contains("No space left on device");
        assertThat(server.enqueue(Assignments.script(2, "#!/bin/sh\n")).awaitFinish().reason())
            .isEqualTo("exit code 0");
      });
    } finally {
      run("umount", "-l", small.toString());
    }
  }

  private static void awaitFull(Path place) throws Exception {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (Files.getFileStore(place).getUsableSpace() > 128 * 1024) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(10);
    }
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private interface Check {
    void run() throws Exception;
  }

  private void withWorker(Check check) throws Exception {
    WorkerProgram worker = WorkerProgram.start(TestWorker.settings(directory, server.uri()));
    try {
      check.run();
    } finally {
      worker.abort();
      worker.join();
    }
  }

  private static String digest(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
