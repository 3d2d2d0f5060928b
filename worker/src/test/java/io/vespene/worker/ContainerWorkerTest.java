package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.IsolationChoice;
import io.vespene.protocol.worker.Outcome;
import io.vespene.protocol.worker.Source;
import io.vespene.worker.fake.Assignments;
import io.vespene.worker.fake.Dockerd;
import io.vespene.worker.fake.FakeBuild;
import io.vespene.worker.fake.FakeServer;
import io.vespene.worker.fake.Marker;
import io.vespene.worker.fake.TestWorker;
import io.vespene.worker.fake.WorkerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Builds in containers, their worker being root. */
class ContainerWorkerTest {
  private final Dockerd dockerd = Dockerd.instance();
  private final Marker marker = Marker.fresh();
  @TempDir Path directory;
  private FakeServer server;
  private WorkerProgram worker;

  @BeforeEach
  void start() throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    server = new FakeServer();
    worker = WorkerProgram.start(settings());
  }

  @AfterEach
  void end() throws Exception {
    worker.abort();
    worker.join();
    server.close();
  }

  @Test
  void theScriptRunsInAContainerAndItsResultsAreOnTheWorker() throws Exception {
    FakeBuild build = run("id -u; pwd; cat vespene.json; echo result > out; exit 3");
    Finish finish = build.awaitFinish();
    assertThat(finish.reason()).isEqualTo("exit code 3");
    assertThat(build.log()).isEqualTo("0\n/builds/1\n{\"greeting\":\"hello\"}\n");
    assertThat(builds().resolve("1/out")).hasContent("result");
    assertNothingIsLeft();
  }

  @Test
  void outputVariablesAreReadAndNothingOfTheEngineIsInTheLog() throws Exception {
    FakeBuild build = run("echo vespene/set answer 42");
    assertThat(build.awaitFinish().outputVariables()).containsEntry("answer", "42");
    assertThat(build.log()).isEqualTo("vespene/set answer 42\n");
    assertThat(build.sectionFailures()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a trap,trap '' TERM; sleep $M & sleep $M & wait; wait,2",
    "a setsid child,trap '' TERM; setsid sleep $M & sleep $M; sleep $M,2",
    "a double fork,(setsid sh -c 'sleep $M & :' &); trap '' TERM; sleep $M; sleep $M,2",
    "nohup,nohup sleep $M >/dev/null 2>&1 & sleep $M,2",
    "an emptied environment,trap '' TERM; setsid env -i /bin/sleep $M & sleep $M; sleep $M,2",
  })
  void nothingIsLeftOfAStoppedBuild(String what, String script, int processes) throws Exception {
    FakeBuild build = run("echo started; " + script.replace("$M", marker.text()));
    build.awaitLog("started");
    marker.awaitProcesses(processes);
    Instant asked = Instant.now();
    server.stop(build, "stopped by alice");
    Finish finish = build.awaitFinish();
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(11));
    assertThat(finish.outcome()).isEqualTo(Outcome.ABORTED);
    assertThat(finish.reason()).isEqualTo("stopped by alice");
    assertThat(marker.processes()).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void aStoppedScriptMayTidyUp() throws Exception {
    FakeBuild build =
        run("trap 'echo tidied; exit 1' TERM; echo started; while :; do sleep 0.05; done");
    build.awaitLog("started");
    server.stop(build, "stopped by alice");
    build.awaitFinish();
    assertThat(build.log()).endsWith("tidied\n");
  }

  @Test
  void aScriptThatTakesTooLongEnds() throws Exception {
    FakeBuild build =
        server.enqueue(
            Assignments.with(1, "#!/bin/sh\nsleep " + marker.text(), Source.NONE, container(), 2));
    assertThat(build.awaitFinish().reason()).isEqualTo("timed out after 2 s");
    assertThat(marker.processes()).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void aScriptWhoseInterpreterTheImageLacksSaysSo() throws Exception {
    FakeBuild build =
        server.enqueue(Assignments.with(1, "#!/usr/bin/python3\n", Source.NONE, container(), 60));
    assertThat(build.awaitFinish().reason()).isEqualTo("exit code 127");
    assertThat(build.log()).contains("No such file or directory");
  }

  @Test
  void whatCouldNotBeRemovedIsRemovedByTheNextSweep() throws Exception {
    Path tools = Files.createDirectory(directory.resolve("tools"));
    Path obstacle = tools.resolve("docker");
    Path broken = Files.createFile(directory.resolve("broken"));
    Files.writeString(
        obstacle,
        """
        #!/bin/sh
        PATH=%s
        [ "$1" != rm ] || [ ! -e %s ] || exit 1
        exec docker "$@"
        """
            .formatted(System.getenv("PATH"), broken));
    Files.setPosixFilePermissions(obstacle, PosixFilePermissions.fromString("rwxr-xr-x"));
    worker.abort();
    worker.join();
    worker = WorkerProgram.start(settingsWithPath(tools + ":" + System.getenv("PATH")));
    FakeBuild build = run("echo result > out");
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(build.sectionFailures())
        .containsExactly("a container of the build could not be removed");
    Files.delete(broken);
    awaitFile(builds().resolve("1/out"));
    assertNothingIsLeft();
  }

  @Test
  void whatAKilledWorkerLeftIsSweptAndNoOtherContainerIs() throws Exception {
    worker.abort();
    worker.join();
    Process first = startProcess();
    run(
        "echo result > out; trap '' TERM; setsid sleep $M & sleep $M; sleep $M"
            .replace("$M", marker.text()));
    marker.awaitProcesses(2);
    first.destroyForcibly().waitFor();
    assertThat(marker.processes()).hasSize(2);
    String other =
        dockerd.run(
            "run",
            "--detach",
            "--network=none",
            "--label=vespene.build=1",
            "--label=vespene.cookie=0123456789abcdef0123456789abcdef",
            Dockerd.IMAGE,
            "sleep",
            "1000");
    worker = WorkerProgram.start(settings());
    awaitFile(builds().resolve("1/out"));
    assertThat(marker.processes()).isEmpty();
    assertThat(builds()).isDirectoryNotContaining("glob:**/.*");
    assertThat(
            dockerd.run("ps", "--all", "--quiet", "--no-trunc", "--filter=label=vespene.build=1"))
        .isEqualTo(other);
    dockerd.run("rm", "--force", other);
  }

  private Process startProcess() throws Exception {
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerProcess.class.getName(),
                server.uri().toString(),
                directory.toString()));
    builder.environment().putAll(dockerd.environment());
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void awaitFile(Path file) throws Exception {
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (!Files.exists(file)) {
      assertThat(System.nanoTime()).as(file.toString()).isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private void assertNothingIsLeft() throws Exception {
    assertThat(dockerd.run("ps", "--all", "--quiet", "--filter=label=vespene.build=1")).isEmpty();
    assertThat(builds()).isDirectoryNotContaining("glob:**/.*");
  }

  private Path builds() {
    return directory.resolve("builds");
  }

  private FakeBuild run(String script) {
    return server.enqueue(
        Assignments.with(1, "#!/bin/sh\n" + script + "\n", Source.NONE, container(), 600));
  }

  private static IsolationChoice container() {
    return new IsolationChoice("basic_container", Dockerd.OPTIONS);
  }

  private WorkerSettings settings() {
    return settingsWithPath(System.getenv("PATH"));
  }

  private WorkerSettings settingsWithPath(String searchPath) {
    WorkerSettings settings = TestWorker.settings(directory, server.uri());
    var environment = new HashMap<>(dockerd.environment());
    environment.put("PATH", searchPath);
    return new WorkerSettings(
        settings.servers(),
        settings.identity(),
        settings.limits(),
        new WorkerPlaces(
            settings.places().stateDirectory(),
            settings.places().buildRoot(),
            List.of(),
            environment),
        settings.rights(),
        settings.tuning());
  }
}
