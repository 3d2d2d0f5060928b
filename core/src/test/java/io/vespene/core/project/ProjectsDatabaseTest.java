package io.vespene.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.claim.Claim;
import io.vespene.core.pool.PoolContainers;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.pool.WorkerPoolDraft;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.question.LaunchQuestions;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestWorker;
import io.vespene.core.variable.ObjectVariables;
import io.vespene.protocol.log.LogFrame;
import io.vespene.protocol.worker.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectsDatabaseTest {
  private TestEngine engine;
  private WorkerPool pool;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    pool = engine.pool("general");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aServiceLoginThatIsDeletedMeanwhileIsNotSimplyLeftOut() {
    engine
        .database()
        .jdbi()
        .useTransaction(handle -> {
          var store = new ProjectAccessStore(handle);
          store.holdLogin("");
          assertThatThrownBy(() -> store.holdLogin("gone"))
              .isInstanceOf(InvalidInput.class)
              .hasMessageContaining("service_login");
        });
  }

  @Test
  void aProjectIsKeptAsItWasSaid() {
    Map<String, Object> variables = Map.of("a", List.of(1, 2), "b", Map.of("c", true));
    var draft =
        new ProjectDraft(
            "site",
            "The site",
            "git",
            "https://example.com/a.git",
            "main",
            false,
            "#!/bin/sh\n",
            "debian:12",
            5,
            -3,
            0,
            2,
            new ObjectVariables(variables, List.of()),
            "general",
            ProjectAccess.NONE,
            PipelinePlace.NONE,
            LaunchQuestions.NONE);

    Project project = engine.core().projects().create(draft, People.ALICE);

    assertThat(project.settings()).isEqualTo(draft);
    assertThat(project.version()).isEqualTo(1);
    assertThat(project.createdBy()).isEqualTo("alice");
    assertThat(engine.core().projects().require("site")).isEqualTo(project);
    assertThat(engine.core().projects().require(Long.toString(project.id()))).isEqualTo(project);
    assertThatThrownBy(() -> engine.core().projects().require("nothing\0"))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aPoolThatRunsContainersDemandsAnImageThatItAllows() {
    WorkerPoolDraft plain = WorkerPoolDraft.of("containers", "basic_container", "");
    engine
        .core()
        .pools()
        .create(
            new WorkerPoolDraft(
                plain.name(),
                "",
                plain.isolation(),
                "",
                new PoolContainers(List.of("debian", "registry.example.org/team/*"), 0, 0, 0, true),
                plain.directoryPermissions(),
                true,
                plain.autoAbortMinutes(),
                plain.lostAfterSeconds(),
                plain.logLimitBytes(),
                plain.retention(),
                plain.variables()),
            People.ALICE);

    for (String refused :
        List.of("", "evil/debian", "debian@", "-v/:/host", "registry.example.org/a/b/c")) {
      assertThatThrownBy(() -> engine.core().projects().create(inContainers(refused), People.ALICE))
          .as(refused)
          .hasMessageStartingWith("container_base_image");
    }
    Project project =
        engine
            .core()
            .projects()
            .create(inContainers("registry.example.org/team/jdk:25"), People.ALICE);
    assertThat(project.settings().containerBaseImage())
        .isEqualTo("registry.example.org/team/jdk:25");
  }

  private static ProjectDraft inContainers(String image) {
    ProjectDraft plain = ProjectDraft.of("boxed", "#!/bin/sh\n", "containers");
    return new ProjectDraft(
        plain.name(),
        "",
        plain.scmType(),
        "",
        "",
        true,
        plain.script(),
        image,
        plain.timeoutMinutes(),
        0,
        1,
        0,
        plain.variables(),
        plain.workerPool(),
        plain.access(),
        plain.place(),
        plain.questions());
  }

  @Test
  void aTakenNameAndAnUnknownPoolAreToldTogether() {
    engine.project("site", pool);

    assertThatThrownBy(() ->
            engine
                .core()
                .projects()
                .create(ProjectDraft.of("site", "echo", "nowhere"), People.ALICE))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.errors())
                    .extracting(error -> error.field())
                    .containsExactly("script", "name", "worker_pool"));
    assertThat(engine.read(Long.class, "SELECT count(*) FROM projects")).isEqualTo(1);
  }

  @Test
  void aLostUpdateIsRefused() {
    Project project = engine.project("site", pool);
    Projects projects = engine.core().projects();
    Project edited =
        projects.edit(
            project.id(), 1, ProjectDraft.of("site2", "#!/bin/sh", "general"), People.ALICE);

    assertThat(edited.version()).isEqualTo(2);
    assertThat(edited.name()).isEqualTo("site2");
    assertThatThrownBy(() -> projects.edit(project.id(), 1, project.settings(), People.ALICE))
        .isInstanceOf(StaleVersion.class);
    engine.project("other", pool);
    assertThatThrownBy(() ->
            projects.edit(
                project.id(), 2, ProjectDraft.of("other", "#!/bin/sh", "general"), People.ALICE))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("name is taken");
  }

  @Test
  void deletingTakesTheHistoryAlong() {
    Project project = engine.project("site", pool);
    TestWorker worker = engine.worker("w1", pool);
    engine.start(project);
    assertThatThrownBy(() -> engine.core().projects().delete(project.id(), People.ALICE))
        .isInstanceOf(Conflict.class);
    Claim claim = worker.take();
    worker.append(claim, new LogFrame.SectionStarted(0, 0, "script", "Script", Instant.EPOCH));
    worker.finish(claim, Outcome.SUCCESS, "exit code 0", 1);

    engine.core().projects().delete(project.id(), People.ALICE);

    for (String table : List.of("projects", "builds", "build_inputs", "build_sections")) {
      assertThat(engine.read(Long.class, "SELECT count(*) FROM " + table)).isZero();
    }
    assertThatThrownBy(() -> engine.core().projects().delete(project.id(), People.ALICE))
        .isInstanceOf(NotFound.class);
  }
}
