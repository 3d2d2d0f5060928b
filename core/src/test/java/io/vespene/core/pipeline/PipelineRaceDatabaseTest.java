package io.vespene.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.build.Build;
import io.vespene.core.build.StartRequest;
import io.vespene.core.claim.Claim;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.project.PipelinePlace;
import io.vespene.core.project.Project;
import io.vespene.core.project.ProjectDraft;
import io.vespene.core.stage.StageDraft;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestProjects;
import io.vespene.core.testing.TestWorker;
import io.vespene.core.variable.ObjectVariables;
import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three stages of three, three and one projects, whose builds end at the same moment. */
class PipelineRaceDatabaseTest {
  private static final int RUNS = Integer.getInteger("vespene.pipeline.runs", 40);
  private static final int PROJECTS = 7;

  private final Random random = new Random(5);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private TestEngine engine;
  private TestWorker worker;
  private Pipeline pipeline;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    WorkerPool pool = engine.pool("general");
    worker = engine.worker("w1", pool);
    for (String stage : List.of("make", "check", "ship")) {
      engine.core().stages().create(new StageDraft(stage, "", ObjectVariables.NONE), People.ALICE);
    }
    pipeline =
        engine
            .core()
            .pipelines()
            .create(
                new PipelineDraft(
                    "release", "", true, List.of("make", "check", "ship"), ObjectVariables.NONE),
                People.ALICE);
    for (int number = 1; number <= 3; number++) {
      project("make" + number, "make", "true", pool);
      project("check" + number, "check", "echo {{ from_make1 }}", pool);
    }
    project("ship", "ship", "echo {{ from_make1 }} {{ from_check3 }}", pool);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    engine.close();
  }

  private void project(String name, String stage, String line, WorkerPool pool) {
    ProjectDraft draft = ProjectDraft.of(name, "#!/bin/sh\n" + line + "\n", pool.name());
    engine
        .core()
        .projects()
        .create(TestProjects.placed(draft, PipelinePlace.of("release", stage)), People.ALICE);
  }

  @Test
  void eachStageStartsOnceWhateverEndsAtTheSameMoment() throws Exception {
    for (int count = 0; count < RUNS; count++) {
      long run = engine.core().pipelineBuilds().start(pipeline, People.ALICE);
      buildAll(run);

      assertThat(engine.core().pipelineRuns().require(run).status()).isEqualTo(RunStatus.SUCCESS);
      assertThat(successes(run)).isEqualTo(PROJECTS);
    }
    assertThat(
            engine.read(
                Integer.class,
                """
                SELECT count(*) FROM (
                  SELECT FROM pipeline_run_builds l JOIN builds b ON b.id = l.build_id
                  WHERE b.requested_by LIKE 'pipeline %'
                  GROUP BY l.run_id, l.project_id HAVING count(*) > 1) twice
                """))
        .isZero();
  }

  /** Until the run has succeeded: whatever fails is built again by hand. */
  private void buildAll(long run) throws Exception {
    while (engine.core().pipelineRuns().require(run).status() != RunStatus.SUCCESS) {
      List<Assignment> taken = worker.poll(PROJECTS).assignments();
      assertThat(taken).isNotEmpty();
      List<Long> failed = finishAtOnce(run, taken);
      for (long build : failed) {
        Project project =
            engine.core().projects().find(engine.build(build).project().id()).orElseThrow();
        Build again = engine.core().builds().start(project, StartRequest.by(People.ALICE));
        assertThat(engine.core().pipelineRuns().ofBuild(again.id()).orElseThrow().id())
            .isEqualTo(run);
      }
    }
  }

  /** All builds end when all threads are ready to end them; two servers queue what is due. */
  private List<Long> finishAtOnce(long run, List<Assignment> taken) throws Exception {
    List<Claim> claims = taken.stream().map(worker::claim).toList();
    claims.forEach(claim -> assertThat(worker.acknowledge(claim)).isTrue());
    taken.forEach(assignment -> assertOnlyOutputsOf(run, assignment));
    var together = new CyclicBarrier(claims.size());
    var failed = new ArrayList<Long>();
    var ends = new ArrayList<Callable<Void>>();
    for (Claim claim : claims) {
      boolean fails = random.nextInt(6) == 0;
      if (fails) {
        failed.add(claim.build());
      }
      ends.add(() -> {
        together.await();
        finish(run, claim, fails ? Outcome.FAILURE : Outcome.SUCCESS);
        engine.core().pipelineBuilds().queueDue();
        return null;
      });
    }
    for (Future<Void> end : threads.invokeAll(ends)) {
      end.get();
    }
    return failed;
  }

  private void finish(long run, Claim claim, Outcome outcome) {
    String name = "from_" + engine.build(claim.build()).project().name();
    engine
        .core()
        .runningBuilds()
        .finish(
            claim,
            new Finish(
                worker.processId(),
                claim.epoch(),
                outcome,
                Optional.of(outcome == Outcome.SUCCESS ? 0 : 1),
                "done",
                Map.of(name, "of run " + run),
                List.of(),
                0,
                Optional.empty()),
            List.of());
  }

  private void assertOnlyOutputsOf(long run, Assignment assignment) {
    String script = engine.core().builds().inputs(assignment.build()).script();
    if (script.contains("of run")) {
      assertThat(script.replace("of run " + run, "")).doesNotContain("of run");
    }
    assertThat(script).doesNotContain("{{");
  }

  private int successes(long run) {
    return engine.read(
        Integer.class,
        """
        SELECT count(DISTINCT l.project_id)::int
        FROM pipeline_run_builds l JOIN builds b ON b.id = l.build_id
        WHERE l.run_id = ? AND b.status = 'SUCCESS'
        """,
        run);
  }
}
