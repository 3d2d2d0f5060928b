package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.plugin.Trigger;
import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.IsolationChoice;
import io.vespene.protocol.worker.Outcome;
import io.vespene.protocol.worker.Source;
import io.vespene.worker.build.WorkerPlugins;
import io.vespene.worker.fake.Assignments;
import io.vespene.worker.fake.FakeBuild;
import io.vespene.worker.fake.FakeServer;
import io.vespene.worker.fake.Marker;
import io.vespene.worker.fake.TestWorker;
import io.vespene.worker.plugin.DummyIsolation;
import io.vespene.worker.plugin.DummyScm;
import io.vespene.worker.plugin.DummyTrigger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The phases of the build flow, with plugins that fail on request. */
class WorkerPhasesTest {
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

  private void startWorker(Trigger... triggers) throws Exception {
    var plugins =
        new WorkerPlugins(
            List.of(new DummyScm()), List.of(new DummyIsolation()), List.of(), List.of(triggers));
    worker =
        Optional.of(WorkerProgram.start(TestWorker.settings(directory, server.uri()), plugins));
  }

  @Test
  void phasesAreSectionsInOrder() throws Exception {
    startWorker(new DummyTrigger(Trigger.Hook.PRE, false));
    FakeBuild build = run("main", "echo $VESPENE_REVISION $VESPENE_BRANCH", "");
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(build.sections())
        .containsExactly(
            "claim", "triggers", "directory", "checkout", "isolation", "script", "finish");
    assertThat(build.findSource().orElseThrow().revision()).isEqualTo("cafe");
    assertThat(build.log()).endsWith("cafe main\n");
  }

  @ParameterizedTest
  @CsvSource({
    "fail,'',checkout failed: the dummy was told to fail",
    "crash,'',the worker failed: java.lang.IllegalStateException: the dummy was told to crash",
    "ok,isolate,isolation refused: the dummy was told to refuse",
    "ok,launch,the script could not be started: /no/such/program is not installed on the worker",
  })
  void aFailingPhaseFailsTheBuildWithItsReason(String url, String isolation, String reason)
      throws Exception {
    startWorker();
    FakeBuild build = enqueue(url, "main", "true", isolation);
    Finish finish = build.awaitFinish();
    assertThat(finish.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(finish.reason()).startsWith(reason);
    assertThat(build.sectionFailures()).singleElement().asString().startsWith(reason);
    assertThat(build.sections()).endsWith("finish");
  }

  @Test
  void troubleInTheEndIsShownAndChangesNothing() throws Exception {
    startWorker(new DummyTrigger(Trigger.Hook.SUCCESS, true));
    FakeBuild build = run("main", "true", "close");
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(build.sectionFailures()).containsExactly("the dummy was told to fail in the end");
  }

  @Test
  void aFailingPreTriggerFailsTheBuild() throws Exception {
    startWorker(
        new DummyTrigger(Trigger.Hook.PRE, true), new DummyTrigger(Trigger.Hook.FAILURE, false));
    FakeBuild build = run("main", "echo never", "");
    assertThat(build.awaitFinish().reason())
        .isEqualTo("trigger dummy failed: the dummy was told to fail");
    assertThat(build.log()).contains("fired FAILURE trigger dummy failed").doesNotContain("never");
  }

  @Test
  void aCheckoutIsStoppedAtOnce() throws Exception {
    startWorker();
    FakeBuild build = enqueue("sleep:" + marker.text(), "", "true", "");
    marker.awaitProcesses(1);
    server.stop(build, "stopped by alice");
    Finish finish = build.awaitFinish();
    assertThat(finish.outcome()).isEqualTo(Outcome.ABORTED);
    assertThat(finish.reason()).isEqualTo("stopped by alice");
    assertThat(marker.processes()).isEmpty();
  }

  @Test
  void aScriptWithoutAnInterpreterLineIsNotRun() throws Exception {
    startWorker();
    FakeBuild build =
        server.enqueue(Assignments.with(1, "echo hello\n", Source.NONE, isolation(""), 60));
    assertThat(build.awaitFinish().reason())
        .isEqualTo("the script does not begin with an interpreter line (#!)");
  }

  @Test
  void aWorkingDirectoryIsAlwaysNew() throws Exception {
    Path old = Files.createDirectories(directory.resolve("builds/1"));
    Files.writeString(old.resolve("old"), "old");
    startWorker();
    FakeBuild build = run("main", "ls -A", "");
    build.awaitFinish();
    assertThat(build.log()).doesNotContain("old");
  }

  @Test
  void whatAScriptHandsOnIsReported() throws Exception {
    startWorker();
    FakeBuild build = run("main", "echo 'vespene/set version \"1 2\"'", "");
    assertThat(build.awaitFinish().outputVariables()).isEqualTo(Map.of("version", "1 2"));
    assertThat(build.log()).contains("vespene/set version");
  }

  @Test
  void anUnknownIsolationIsTheReason() throws Exception {
    startWorker();
    FakeBuild build =
        server.enqueue(
            Assignments.with(
                1, "#!/bin/sh\n", Source.NONE, new IsolationChoice("jail", Map.of()), 60));
    assertThat(build.awaitFinish().reason()).isEqualTo("this worker has no isolation called jail");
  }

  private FakeBuild run(String branch, String script, String fail) {
    return enqueue("ok", branch, script, fail);
  }

  private FakeBuild enqueue(String url, String branch, String script, String fail) {
    var source = Assignments.source("dummy", url, branch);
    return server.enqueue(
        Assignments.with(1, "#!/bin/sh\n" + script + "\n", source, isolation(fail), 60));
  }

  private static IsolationChoice isolation(String fail) {
    return new IsolationChoice("dummy", Map.of("fail", fail));
  }
}
