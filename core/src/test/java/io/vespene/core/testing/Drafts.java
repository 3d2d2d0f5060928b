package io.vespene.core.testing;

import io.vespene.core.pool.WorkerPoolDraft;
import io.vespene.core.project.ProjectDraft;
import io.vespene.core.variable.ObjectVariables;

/** Drafts with variables; everything else is as it is by default. */
public final class Drafts {
  private Drafts() {}

  public static WorkerPoolDraft pool(String name, ObjectVariables variables) {
    WorkerPoolDraft usual = WorkerPoolDraft.of(name, "none", "");
    return new WorkerPoolDraft(
        name,
        usual.description(),
        usual.isolation(),
        usual.sudoUser(),
        usual.containers(),
        usual.directoryPermissions(),
        usual.buildLatestOnly(),
        usual.autoAbortMinutes(),
        usual.lostAfterSeconds(),
        usual.logLimitBytes(),
        usual.retention(),
        variables);
  }

  public static ProjectDraft project(
      String name, String script, String pool, int retryLost, ObjectVariables variables) {
    ProjectDraft usual = ProjectDraft.of(name, script, pool);
    return new ProjectDraft(
        name,
        usual.description(),
        usual.scmType(),
        usual.repoUrl(),
        usual.repoBranch(),
        usual.submodules(),
        script,
        usual.containerBaseImage(),
        usual.timeoutMinutes(),
        usual.priority(),
        usual.maxRunning(),
        retryLost,
        variables,
        pool,
        usual.access(),
        usual.place(),
        usual.questions());
  }
}
