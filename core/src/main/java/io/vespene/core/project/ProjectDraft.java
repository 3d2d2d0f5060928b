package io.vespene.core.project;

import io.vespene.core.question.LaunchQuestions;
import io.vespene.core.variable.ObjectVariables;

/**
 * What a person says about a project.
 *
 * @param name unique; 1 to 200 characters
 * @param scmType {@code git}, {@code svn} or {@code none}
 * @param repoUrl empty for {@code none}
 * @param repoBranch a branch or tag, for {@code svn} a folder below the address; empty for the
 *     repository's default branch, or for the address itself
 * @param script begins with an interpreter line
 * @param containerBaseImage what containers are made of in a pool that isolates so; may be empty
 *     elsewhere
 * @param timeoutMinutes how long the script may run; at most a week
 * @param priority −100 to 100; higher goes first
 * @param maxRunning builds of it at the same time; 0 for no limit
 * @param retryLost how often a build is started anew when its worker was lost; 0 to 5
 * @param workerPool the pool's name
 * @param access the keys and passwords its builds may use
 * @param place where it stands in a pipeline
 * @param questions what is asked when a build is started
 */
public record ProjectDraft(
    String name,
    String description,
    String scmType,
    String repoUrl,
    String repoBranch,
    boolean submodules,
    String script,
    String containerBaseImage,
    int timeoutMinutes,
    int priority,
    int maxRunning,
    int retryLost,
    ObjectVariables variables,
    String workerPool,
    ProjectAccess access,
    PipelinePlace place,
    LaunchQuestions questions) {

  /** A project with a script and no repository, everything else as it is by default. */
  public static ProjectDraft of(String name, String script, String workerPool) {
    return new ProjectDraft(
        name,
        "",
        "none",
        "",
        "",
        true,
        script,
        "",
        60,
        0,
        1,
        0,
        ObjectVariables.NONE,
        workerPool,
        ProjectAccess.NONE,
        PipelinePlace.NONE,
        LaunchQuestions.NONE);
  }
}
