package io.vespene.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.installation.WorkerProcess;
import io.vespene.e2e.process.Await;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.BuildView;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A worker that dies is noticed, and its builds end with a reason. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostWorkerTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int LOST_AFTER_SECONDS = 20;

  private final Installation installation =
      Installation.up(command ->
          command
              .with("VESPENE_ENGINE_UNREACHABLE_AFTER", "5s")
              .with("VESPENE_ENGINE_POLL_HOLD", "2s")
              .with("VESPENE_ENGINE_REAP_EVERY", "500ms"));
  private final Api api = installation.api();

  @BeforeAll
  void makeProject() {
    api.createPool("frail", Map.of("isolation", "none", "lost_after_seconds", LOST_AFTER_SECONDS));
    api.createProject(
        "long", "frail", "#!/bin/sh\necho begun\nsleep 3600\n", Map.of("max_running", 0));
  }

  @AfterAll
  void close() {
    installation.close();
  }

  @Test
  void aKilledWorkerBecomesUnreachableAndThenItsBuildIsOrphaned() {
    WorkerProcess worker = installation.startWorker("killed", "frail");
    long build = runningBuild(worker);

    worker.kill();

    Await.until(
        "the worker to be shown as unreachable",
        Duration.ofSeconds(15),
        () -> api.workerState("killed").equals(Optional.of("UNREACHABLE")));
    assertThat(api.build(build).status()).isEqualTo("RUNNING");
    BuildView orphaned =
        api.awaitStatus(build, "ORPHANED", Duration.ofSeconds(LOST_AFTER_SECONDS + 10));
    assertThat(orphaned.reason()).contains("killed", "lost");
    // Its next life sweeps away what the build left running.
    worker.startAgain();
    worker.close();
  }

  @Test
  void aWorkerThatIsRestartedHasLostItsBuildsAtOnce() {
    WorkerProcess worker = installation.startWorker("restarted", "frail");
    long build = runningBuild(worker);

    worker.kill();
    worker.startAgain();

    BuildView orphaned = api.awaitStatus(build, "ORPHANED", Duration.ofSeconds(10));
    assertThat(orphaned.reason()).contains("restarted");
    worker.close();
  }

  private long runningBuild(WorkerProcess worker) {
    Await.until(
        worker.name() + " to be online",
        LIMIT,
        () -> api.workerState(worker.name()).equals(Optional.of("ONLINE")));
    long build = api.start("long");
    api.awaitLog(build, "begun", LIMIT);
    assertThat(api.build(build).worker()).isEqualTo(worker.name());
    return build;
  }
}
