package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vespene.plugin.Hook;
import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.IsolationChoice;
import io.vespene.protocol.worker.KnownFailure;
import io.vespene.protocol.worker.Outcome;
import io.vespene.protocol.worker.Source;
import io.vespene.protocol.worker.TriggerOutcome;
import io.vespene.worker.build.ConfiguredTrigger;
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
import java.time.Duration;
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

  private void startWorker(ConfiguredTrigger... triggers) throws Exception {
    var plugins =
        new WorkerPlugins(
            List.of(new DummyScm()), List.of(new DummyIsolation()), List.of(), List.of(triggers));
    worker =
        Optional.of(WorkerProgram.start(TestWorker.settings(directory, server.uri()), plugins));
  }

  @Test
  void phasesAreSectionsInOrder() throws Exception {
    startWorker(DummyTrigger.at(Hook.PRE, "tell"));
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
    "crash,'',checkout failed: the plugin dummy threw java.lang.IllegalStateException: the dummy was",
    "unlinked,'',checkout failed: the plugin dummy threw java.lang.NoClassDefFoundError: org/example/",
    "ok,crash,the worker failed: java.lang.IllegalStateException: the dummy was told to crash",
    "ok,unlinked,the worker failed: java.lang.NoClassDefFoundError: org/example/Missing",
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
    startWorker(
        DummyTrigger.at(Hook.SUCCESS, "fail"),
        DummyTrigger.at(Hook.SUCCESS, "crash"),
        DummyTrigger.at(Hook.FAILURE, "tell"),
        DummyTrigger.at(Hook.SUCCESS, "tell"));
    FakeBuild build = run("main", "true", "close");
    Finish finish = build.awaitFinish();
    assertThat(finish.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(build.sections()).endsWith("script", "finish", "triggers");
    assertThat(build.sectionFailures())
        .containsExactly(
            "the dummy was told to fail in the end",
            "trigger dummy-fail failed: the dummy was told to fail; trigger dummy-crash failed: the"
                + " plugin dummy threw java.lang.IllegalStateException: the dummy was told to"
                + " crash");
    assertThat(finish.triggerOutcomes())
        .extracting(TriggerOutcome::name, TriggerOutcome::ok, TriggerOutcome::hook)
        .containsExactly(
            tuple("dummy-fail", false, "success"),
            tuple("dummy-crash", false, "success"),
            tuple("dummy-tell", true, "success"));
    assertThat(build.log()).contains("branch=main", "revision=cafe", "name=hello");
  }

  @Test
  void aFailingPreTriggerFailsTheBuildAndThoseBehindItAreNotFired() throws Exception {
    startWorker(
        DummyTrigger.at(Hook.PRE, "fail"),
        DummyTrigger.at(Hook.PRE, "tell"),
        DummyTrigger.at(Hook.FAILURE, "tell"));
    FakeBuild build = run("main", "echo never", "");
    Finish finish = build.awaitFinish();
    assertThat(finish.reason()).isEqualTo("trigger dummy-fail failed: the dummy was told to fail");
    assertThat(build.log())
        .contains("fired FAILURE trigger dummy-fail failed")
        .doesNotContain("never");
    assertThat(finish.triggerOutcomes())
        .extracting(TriggerOutcome::hook, TriggerOutcome::ok)
        .containsExactly(tuple("pre", false), tuple("failure", true));
  }

  @Test
  void aTriggerThatHangsCostsItsTimeAndNoMore() throws Exception {
    startWorker(
        new ConfiguredTrigger(
            Hook.SUCCESS, "slow", new DummyTrigger("hang"), Duration.ofSeconds(1)));
    Finish finish = run("main", "true", "").awaitFinish();
    assertThat(finish.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(finish.triggerOutcomes())
        .singleElement()
        .satisfies(outcome -> {
          assertThat(outcome.message()).isEqualTo("the plugin dummy took longer than 1 s");
          assertThat(outcome.milliseconds()).isBetween(1000L, 15_000L);
        });
  }

  @Test
  void troubleInTheEndThatNobodyExpectsIsReportedToo() throws Exception {
    startWorker(DummyTrigger.at(Hook.SUCCESS, "tell"));
    FakeBuild build = run("main", "true", "close-unlinked");
    assertThat(build.awaitFinish().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(build.sectionFailures())
        .containsExactly("the worker failed: java.lang.NoClassDefFoundError: org/example/Missing");
  }

  @Test
  void aCheckoutThatNeverReturnsDoesNotHoldUpAStop() throws Exception {
    startWorker();
    FakeBuild build = enqueue("hang", "main", "true", "");
    build.awaitLog("The dummy hangs");
    server.stop(build, "stopped by alice");
    assertThat(build.awaitFinish().reason()).isEqualTo("stopped by alice");
  }

  @Test
  void aStoppedBuildDoesNotWaitForItsPreTriggers() throws Exception {
    startWorker(DummyTrigger.at(Hook.PRE, "hang"), DummyTrigger.at(Hook.FAILURE, "tell"));
    FakeBuild build = enqueue("ok", "main", "true", "");
    build.awaitLog("fired PRE");
    server.stop(build, "stopped by alice");
    Finish finish = build.awaitFinish();
    assertThat(finish.outcome()).isEqualTo(Outcome.ABORTED);
    assertThat(build.log()).contains("fired FAILURE stopped by alice", "status=ABORTED");
  }

  @Test
  void ofABuildThatFailedBeforeItBeganOnlyTheFailureTriggersRun() throws Exception {
    startWorker(DummyTrigger.at(Hook.PRE, "tell"), DummyTrigger.at(Hook.FAILURE, "tell"));
    String reason = "template error on line 2: 'hsot' is undefined";
    FakeBuild build =
        server.enqueue(Assignments.failed(1, new KnownFailure(reason, "script:2:4\n  ^^^^\n")));

    Finish finish = build.awaitFinish();

    assertThat(finish.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(finish.reason()).isEqualTo(reason);
    assertThat(build.sections()).containsExactly("claim", "template", "finish", "triggers");
    assertThat(build.log())
        .contains("  ^^^^")
        .contains("fired FAILURE " + reason)
        .doesNotContain("fired PRE");
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
