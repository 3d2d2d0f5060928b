package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.IsolationChoice;
import io.vespene.protocol.worker.Source;
import io.vespene.worker.fake.Agents;
import io.vespene.worker.fake.Assignments;
import io.vespene.worker.fake.FakeServer;
import io.vespene.worker.fake.Marker;
import io.vespene.worker.fake.TestKey;
import io.vespene.worker.fake.TestWorker;
import io.vespene.worker.fake.WorkerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers that are killed, and what the next life finds. */
class WorkerCrashTest {
  @TempDir Path directory;
  private final Marker marker = Marker.fresh();
  private FakeServer server;
  private Process first;

  @BeforeEach
  void start() throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    server = new FakeServer();
    first =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    WorkerProcess.class.getName(),
                    server.uri().toString(),
                    directory.toString()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  @AfterEach
  void end() throws Exception {
    first.destroyForcibly().waitFor();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "sudo"})
  void theNextLifeEndsAndRemovesWhatTheLastOneLeft(String isolation) throws Exception {
    var choice = new IsolationChoice(isolation, Map.of("sudo_user", "vespene_build"));
    String script =
        "#!/bin/sh\ntrap '' TERM\nsetsid sleep $M &\nenv -i sleep $M &\nsleep $M\n"
            .replace("$M", marker.text());
    server.enqueue(Assignments.with(1, script, Source.NONE, choice, 3600));
    marker.awaitProcesses(3);
    first.destroyForcibly().waitFor();
    assertThat(marker.processes()).hasSize(3);
    Path run = directory.resolve("state/workers/name-w1/runs/1-1");
    assertThat(run).exists();

    WorkerProgram second = WorkerProgram.start(TestWorker.settings(directory, server.uri()));
    awaitGone(run);
    second.drain();
    second.join();
    assertThat(marker.processes()).isEmpty();
    assertThat(directory.resolve("builds/.home-1")).doesNotExist();
    assertThat(directory.resolve("builds/1")).as("history").exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "sudo"})
  void agentsEndWithTheirWorkerBeforeThereIsAnother(String isolation) throws Exception {
    server.enqueue(keyed(isolation));
    marker.awaitProcesses(1);
    assertThat(Agents.count(directory)).isPositive();
    first.destroyForcibly().waitFor();
    Agents.awaitNone(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "sudo"})
  void theNextLifeEndsAgentsAtOnce(String isolation) throws Exception {
    server.enqueue(keyed(isolation));
    marker.awaitProcesses(1);
    first.destroyForcibly().waitFor();
    WorkerProgram second = WorkerProgram.start(TestWorker.settings(directory, server.uri()));
    awaitGone(directory.resolve("state/workers/name-w1/runs/1-1"));
    second.drain();
    second.join();
    assertThat(Agents.count(directory)).isZero();
    assertThat(directory.resolve("builds/.home-1")).doesNotExist();
  }

  private Assignment keyed(String isolation) throws Exception {
    var choice = new IsolationChoice(isolation, Map.of("sudo_user", "vespene_build"));
    String script = "#!/bin/sh\nsleep " + marker.text() + "\n";
    return Assignments.withKeys(
        Assignments.with(1, script, Source.NONE, choice, 3600),
        List.of(TestKey.make(directory, "deploy", "").material()));
  }

  private static void awaitGone(Path path) throws Exception {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (Files.exists(path)) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(10);
    }
  }
}
