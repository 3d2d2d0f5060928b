package io.vespene.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.build.Build;
import io.vespene.core.build.StartRequest;
import io.vespene.core.claim.Claim;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.project.PipelinePlace;
import io.vespene.core.project.Project;
import io.vespene.core.project.ProjectDraft;
import io.vespene.core.question.LaunchQuestions;
import io.vespene.core.stage.StageDraft;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestProjects;
import io.vespene.core.testing.TestWorker;
import io.vespene.core.variable.ObjectVariables;
import io.vespene.protocol.worker.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Projects in pipelines that ask something, while nobody is there to answer. */
class PipelineQuestionsDatabaseTest {
  private static final LaunchQuestions WITH_DEFAULT =
      new LaunchQuestions(
          List.of(
              Map.of("variable", "size", "type", "number", "required", true, "default", 4),
              Map.of("variable", "dry", "type", "boolean")));
  private static final LaunchQuestions WITHOUT_DEFAULT =
      new LaunchQuestions(List.of(Map.of("variable", "size", "type", "number", "required", true)));

  private TestEngine engine;
  private WorkerPool pool;
  private TestWorker worker;
  private Pipeline pipeline;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    pool = engine.pool("general");
    worker = engine.worker("w1", pool);
    for (String stage : List.of("make", "ship")) {
      engine.core().stages().create(new StageDraft(stage, "", ObjectVariables.NONE), People.ALICE);
    }
    pipeline =
        engine
            .core()
            .pipelines()
            .create(
                new PipelineDraft(
                    "release", "", true, List.of("make", "ship"), ObjectVariables.NONE),
                People.ALICE);
    project("make", "true", LaunchQuestions.NONE);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Project project(String stage, String line, LaunchQuestions questions) {
    ProjectDraft draft = TestProjects.asking(stage + "-it", pool, line, questions);
    return engine
        .core()
        .projects()
        .create(TestProjects.placed(draft, PipelinePlace.of("release", stage)), People.ALICE);
  }

  /** Builds the first stage. */
  private long reachShip() {
    long run = engine.core().pipelineBuilds().start(pipeline, People.ALICE);
    finishNext();
    engine.core().pipelineBuilds().queueDue();
    return run;
  }

  private long finishNext() {
    Claim claim = worker.take();
    worker.finish(claim, Outcome.SUCCESS, "exit code 0");
    return claim.build();
  }

  @Test
  void buildsOfRunsTakeTheDefaults() {
    project("ship", "echo {{ size }}", WITH_DEFAULT);
    long run = reachShip();

    long build = finishNext();

    assertThat(engine.core().builds().inputs(build).script()).isEqualTo("#!/bin/sh\necho 4\n");
    assertThat(engine.core().pipelineRuns().require(run).status()).isEqualTo(RunStatus.SUCCESS);
  }

  @Test
  void aRunStopsWhereSomethingMustBeAnsweredAndGoesOnWithTheAnswer() {
    Project ship = project("ship", "echo {{ size }}", WITHOUT_DEFAULT);
    long run = reachShip();

    PipelineRun stopped = engine.core().pipelineRuns().require(run);
    assertThat(stopped.status()).isEqualTo(RunStatus.FAILURE);
    assertThat(stopped.reason())
        .contains(
            "no build of 'ship-it' can be queued:"
                + " answers.size must be answered: it has no default");
    assertThat(engine.read(Long.class, "SELECT count(*) FROM builds")).isEqualTo(1);

    Build build =
        engine
            .core()
            .builds()
            .start(ship, new StartRequest(People.ALICE, Optional.empty(), Map.of("size", 7)));
    assertThat(finishNext()).isEqualTo(build.id());
    PipelineRun ended = engine.core().pipelineRuns().require(run);
    assertThat(ended.status()).isEqualTo(RunStatus.SUCCESS);
  }
}
