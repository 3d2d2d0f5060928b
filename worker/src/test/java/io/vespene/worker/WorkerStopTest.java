package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.IsolationChoice;
import io.vespene.protocol.worker.Outcome;
import io.vespene.protocol.worker.Source;
import io.vespene.worker.fake.Assignments;
import io.vespene.worker.fake.FakeBuild;
import io.vespene.worker.fake.FakeServer;
import io.vespene.worker.fake.Marker;
import io.vespene.worker.fake.TestWorker;
import io.vespene.worker.process.BuildCgroup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stopping and timing out real trees of processes, as root, without isolation and under sudo. */
class WorkerStopTest {
  private static final IsolationChoice NONE = new IsolationChoice("none", Map.of());
  private static final IsolationChoice SUDO =
      new IsolationChoice("sudo", Map.of("sudo_user", "vespene_build"));

  @TempDir Path directory;
  private final Marker marker = Marker.fresh();
  private FakeServer server;
  private WorkerProgram worker;

  @BeforeEach
  void start() throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    server = new FakeServer();
    worker = WorkerProgram.start(TestWorker.settings(directory, server.uri()));
  }

  @AfterEach
  void end() throws Exception {
    worker.abort();
    worker.join();
    server.close();
  }

  /** Scripts that hold on to life, and how many processes of each carry the marker. */
  static Stream<Arguments> stubborn() {
    return Stream.of(NONE, SUDO)
        .flatMap(isolation ->
            Stream.of(
                Arguments.of(isolation, "a silent sleep", "exec sleep $M", 1),
                Arguments.of(
                    isolation, "a trap", "trap '' TERM; sleep $M & sleep $M & wait; wait", 2),
                Arguments.of(
                    isolation,
                    "a setsid child",
                    "trap '' TERM; setsid sleep $M & sleep $M; sleep $M",
                    2),
                Arguments.of(
                    isolation, "a double fork", "(setsid sh -c 'sleep $M & :' &); sleep $M", 2),
                Arguments.of(isolation, "nohup", "nohup sleep $M >/dev/null 2>&1 & sleep $M", 2),
                Arguments.of(
                    isolation,
                    "an emptied environment",
                    "trap '' TERM; setsid env -i sleep $M & sleep $M; sleep $M",
                    2),
                Arguments.of(
                    isolation,
                    "a fork bomb",
                    "trap '' TERM; f() { sleep $M & if [ $1 -gt 0 ]; then "
                        + "f $(($1 - 1)) & f $(($1 - 1)) & fi; wait; sleep $M; }; "
                        + "f 5 & wait; sleep $M",
                    60)));
  }

  @ParameterizedTest(name = "{1} under {0}")
  @MethodSource("stubborn")
  void nothingIsLeftOfAStoppedBuild(
      IsolationChoice isolation, String what, String script, int processes) throws Exception {
    FakeBuild build = enqueue(isolation, script, 3600);
    marker.awaitProcesses(processes);
    Instant asked = Instant.now();
    server.stop(build, "stopped by alice");
    Finish finish = build.awaitFinish();
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(11));
    assertThat(finish.outcome()).isEqualTo(Outcome.ABORTED);
    assertThat(finish.reason()).isEqualTo("stopped by alice");
    assertThat(marker.processes()).isEmpty();
  }

  @ParameterizedTest(name = "{1} under {0}")
  @MethodSource("stubborn")
  void nothingIsLeftOfABuildWhoseTimeIsOver(
      IsolationChoice isolation, String what, String script, int processes) throws Exception {
    FakeBuild build = enqueue(isolation, script, 1);
    Finish finish = build.awaitFinish();
    assertThat(finish.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(finish.reason()).isEqualTo("timed out after 1 s");
    assertThat(build.sectionFailures()).containsExactly("timed out after 1 s");
    assertThat(marker.processes()).isEmpty();
  }

  @Test
  void whatAScriptLeftInTheBackgroundEndsWithIt() throws Exception {
    FakeBuild build =
        enqueue(
            NONE,
            "trap '' TERM; setsid sleep $M & nohup sleep $M & env -i sleep $M & echo done; exit 0",
            3600);
    Finish finish = build.awaitFinish();
    assertThat(finish.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(build.log()).endsWith("done\n");
    assertThat(marker.processes()).isEmpty();
  }

  @Test
  void noProcessEscapesFromTheControlGroupOfARootWorker() throws Exception {
    requireControlGroups();
    String escape = "(setsid env -i sh -c 'env -i setsid sleep $M & exit 0' >/dev/null 2>&1); ";
    FakeBuild build = enqueue(NONE, escape + "sleep 0.1; echo done", 3600);
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(build.log()).isEqualTo("done\n");
    assertThat(marker.processes()).isEmpty();
  }

  @Test
  void aSilentScriptGetsItsSigtermWithinASecond() throws Exception {
    Path told = directory.resolve("told");
    FakeBuild build =
        enqueue(NONE, "trap 'date +%s%N > " + told + "; exit 0' TERM; sleep $M & wait", 3600);
    marker.awaitProcesses(1);
    long asked = System.currentTimeMillis();
    server.stop(build, "stopped by alice");
    build.awaitFinish();
    long toldMillis = Long.parseLong(Files.readString(told).strip()) / 1_000_000;
    assertThat(toldMillis - asked).isLessThan(1000);
  }

  @Test
  void aLostBuildEndsWithoutAWord() throws Exception {
    FakeBuild build = enqueue(NONE, "sleep $M", 3600);
    marker.awaitProcesses(1);
    server.lose(build);
    worker.drain();
    worker.join();
    assertThat(marker.processes()).isEmpty();
    assertThat(build.timesFinished()).isZero();
  }

  private FakeBuild enqueue(IsolationChoice isolation, String script, long timeoutSeconds) {
    String text = "#!/bin/sh\n" + script.replace("$M", marker.text()) + "\n";
    return server.enqueue(Assignments.with(1, text, Source.NONE, isolation, timeoutSeconds));
  }

  private static void requireControlGroups() {
    assertThat(BuildCgroup.isAvailable())
        .as("this machine lets root have control groups of version 2")
        .isTrue();
  }
}
