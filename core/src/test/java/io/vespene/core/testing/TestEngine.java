package io.vespene.core.testing;

import io.vespene.core.Core;
import io.vespene.core.CoreSettings;
import io.vespene.core.build.Build;
import io.vespene.core.build.StartRequest;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.pool.WorkerPoolDraft;
import io.vespene.core.project.PipelinePlace;
import io.vespene.core.project.Project;
import io.vespene.core.project.ProjectAccess;
import io.vespene.core.project.ProjectDraft;
import io.vespene.core.question.LaunchQuestions;
import io.vespene.core.variable.ObjectVariables;
import io.vespene.protocol.worker.EnrolRequest;
import io.vespene.protocol.worker.Enrolled;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;

/** A fresh database and a core on it, with short ways to what tests need. */
public final class TestEngine implements AutoCloseable {
  private final TestDatabase database;
  private final Core core;
  private final Jdbi jdbi;

  private TestEngine(TestDatabase database, CoreSettings settings) {
    this.database = database;
    core = Core.open(settings);
    jdbi = database.jdbi();
  }

  /** Wired, but not started: no wake-ups, no duties. */
  public static TestEngine open() {
    return open(UnaryOperator.identity());
  }

  /** With other settings. */
  public static TestEngine open(UnaryOperator<CoreSettings> change) {
    TestDatabase database = TestDatabase.migrated();
    return new TestEngine(database, change.apply(database.coreSettings()));
  }

  public Core core() {
    return core;
  }

  public TestDatabase database() {
    return database;
  }

  /** A pool in which every queued build is kept. */
  public WorkerPool pool(String name) {
    WorkerPoolDraft draft = WorkerPoolDraft.of(name, "none", "");
    return core.pools()
        .create(
            new WorkerPoolDraft(
                name,
                "",
                draft.isolation(),
                "",
                draft.containers(),
                draft.directoryPermissions(),
                false,
                draft.autoAbortMinutes(),
                draft.lostAfterSeconds(),
                draft.logLimitBytes(),
                draft.retention(),
                draft.variables()),
            People.ALICE);
  }

  public Project project(String name, WorkerPool pool) {
    return project(name, pool, 0, 1, 0);
  }

  public Project project(
      String name, WorkerPool pool, int priority, int maxRunning, int retryLost) {
    return core.projects()
        .create(
            new ProjectDraft(
                name,
                "",
                "none",
                "",
                "",
                true,
                "#!/bin/sh\necho " + name + "\n",
                "",
                60,
                priority,
                maxRunning,
                retryLost,
                ObjectVariables.NONE,
                pool.name(),
                ProjectAccess.NONE,
                PipelinePlace.NONE,
                LaunchQuestions.NONE),
            People.ALICE);
  }

  /** A project with a repository. */
  public Project project(String name, WorkerPool pool, String scmType, String repoUrl) {
    return core.projects()
        .create(
            new ProjectDraft(
                name,
                "",
                scmType,
                repoUrl,
                "",
                true,
                "#!/bin/sh\necho " + name + "\n",
                "",
                60,
                0,
                1,
                0,
                ObjectVariables.NONE,
                pool.name(),
                ProjectAccess.NONE,
                PipelinePlace.NONE,
                LaunchQuestions.NONE),
            People.ALICE);
  }

  public Build start(Project project) {
    return core.builds().start(project, StartRequest.by(People.ALICE));
  }

  public Build build(long id) {
    return core.builds().require(id);
  }

  /** Enrols and registers a worker for these pools. */
  public TestWorker worker(String name, WorkerPool... pools) {
    var tokens =
        Arrays.stream(pools)
            .map(pool -> core.poolTokens().issue(pool.id(), People.ALICE).text())
            .toList();
    Enrolled enrolled = core.workers().enrol(new EnrolRequest(tokens, name)).orElseThrow();
    var worker =
        new TestWorker(
            core,
            enrolled.workerId(),
            enrolled.credential(),
            UUID.randomUUID().toString(),
            name,
            Arrays.stream(pools).map(WorkerPool::name).toList());
    worker.register();
    return worker;
  }

  /** Does to the database what nobody but a test does. */
  public void execute(String statement, Object... arguments) {
    jdbi.useHandle(handle -> handle.execute(statement, arguments));
  }

  /** The one value that the statement finds. */
  public <T> T read(Class<T> type, String statement, Object... arguments) {
    return jdbi.withHandle(handle -> handle.select(statement, arguments).mapTo(type).one());
  }

  @Override
  public void close() {
    core.close();
    database.close();
  }
}
