package io.vespene.core.testing;

import io.vespene.core.pool.WorkerPool;
import io.vespene.core.project.PipelinePlace;
import io.vespene.core.project.ProjectAccess;
import io.vespene.core.project.ProjectDraft;
import io.vespene.core.question.LaunchQuestions;

/** Drafts of projects that differ from the usual one in one thing. */
public final class TestProjects {
  private TestProjects() {}

  /** One that may use these keys and logins, with a repository. */
  public static ProjectDraft with(String name, WorkerPool pool, ProjectAccess access) {
    ProjectDraft usual = ProjectDraft.of(name, "#!/bin/sh\ntrue\n", pool.name());
    return new ProjectDraft(
        name,
        "",
        "git",
        "https://git.example.com/a.git",
        "",
        true,
        usual.script(),
        usual.containerBaseImage(),
        usual.timeoutMinutes(),
        usual.priority(),
        usual.maxRunning(),
        usual.retryLost(),
        usual.variables(),
        usual.workerPool(),
        access,
        usual.place(),
        usual.questions());
  }

  /** One that asks, with a script of one line. */
  public static ProjectDraft asking(
      String name, WorkerPool pool, String line, LaunchQuestions questions) {
    ProjectDraft usual = ProjectDraft.of(name, "#!/bin/sh\n" + line + "\n", pool.name());
    return new ProjectDraft(
        name,
        usual.description(),
        usual.scmType(),
        usual.repoUrl(),
        usual.repoBranch(),
        usual.submodules(),
        usual.script(),
        usual.containerBaseImage(),
        usual.timeoutMinutes(),
        usual.priority(),
        0,
        usual.retryLost(),
        usual.variables(),
        usual.workerPool(),
        usual.access(),
        usual.place(),
        questions);
  }

  /** The same project with a place in a pipeline. */
  public static ProjectDraft placed(ProjectDraft draft, PipelinePlace place) {
    return new ProjectDraft(
        draft.name(),
        draft.description(),
        draft.scmType(),
        draft.repoUrl(),
        draft.repoBranch(),
        draft.submodules(),
        draft.script(),
        draft.containerBaseImage(),
        draft.timeoutMinutes(),
        draft.priority(),
        draft.maxRunning(),
        draft.retryLost(),
        draft.variables(),
        draft.workerPool(),
        draft.access(),
        place,
        draft.questions());
  }
}
