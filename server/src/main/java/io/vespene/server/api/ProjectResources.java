package io.vespene.server.api;

import io.vespene.core.build.ProjectBoard;
import io.vespene.core.build.ProjectOverview;
import io.vespene.core.project.PipelinePlace;
import io.vespene.core.project.Project;
import io.vespene.core.project.ProjectAccess;
import io.vespene.core.project.ProjectDraft;
import io.vespene.core.question.LaunchQuestions;
import io.vespene.core.variable.ObjectVariables;
import io.vespene.protocol.rest.BuildSummary;
import io.vespene.protocol.rest.ProjectInput;
import io.vespene.protocol.rest.ProjectResource;
import java.util.Optional;

/** Projects as the REST API tells and takes them. */
final class ProjectResources {
  private static final int USUAL_TIMEOUT_MINUTES = 60;
  private final ProjectBoard board;

  ProjectResources(ProjectBoard board) {
    this.board = board;
  }

  ProjectResource of(Project project) {
    return of(project, board.find(project.id()));
  }

  ProjectResource of(Project project, Optional<ProjectOverview> overview) {
    ProjectDraft settings = project.settings();
    return new ProjectResource(
        project.id(),
        settings.name(),
        settings.description(),
        settings.scmType(),
        settings.repoUrl(),
        settings.repoBranch(),
        settings.submodules(),
        settings.script(),
        settings.containerBaseImage(),
        settings.timeoutMinutes(),
        settings.priority(),
        settings.maxRunning(),
        settings.retryLost(),
        JsonValues.of(settings.variables().own()),
        settings.variables().sets(),
        settings.workerPool(),
        settings.access().sshKeys(),
        settings.access().serviceLogin(),
        settings.access().hostKeys(),
        settings.place().pipeline(),
        settings.place().stage(),
        settings.place().enabled(),
        JsonValues.of(settings.questions().written()),
        overview.flatMap(ProjectOverview::lastBuild).map(ProjectResources::summary),
        overview.flatMap(ProjectOverview::lastSuccess).map(ProjectResources::summary),
        overview
            .flatMap(found -> found.activeBuilds().stream().findFirst())
            .map(ProjectResources::summary),
        project.createdBy(),
        project.createdAt(),
        project.version());
  }

  /** A new project: what is left out takes its default, what must not be left out is refused. */
  static ProjectDraft draft(ProjectInput input) {
    String repoUrl = input.repoUrl().orElse("");
    return new ProjectDraft(
        input.name().orElse(""),
        input.description().orElse(""),
        input.scmType().orElse(repoUrl.isEmpty() ? "none" : "git"),
        repoUrl,
        input.repoBranch().orElse(""),
        input.submodules().orElse(true),
        input.script().orElse(""),
        input.containerBaseImage().orElse(""),
        input.timeout().orElse(USUAL_TIMEOUT_MINUTES),
        input.priority().orElse(0),
        input.maxRunning().orElse(1),
        input.retryLost().orElse(0),
        variables(ObjectVariables.NONE, input),
        input.workerPool().orElse(""),
        access(ProjectAccess.NONE, input),
        place(PipelinePlace.NONE, input),
        questions(LaunchQuestions.NONE, input));
  }

  /** An edited project: what is left out stays. */
  static ProjectDraft edited(ProjectDraft before, ProjectInput input) {
    return new ProjectDraft(
        input.name().orElse(before.name()),
        input.description().orElse(before.description()),
        input.scmType().orElse(before.scmType()),
        input.repoUrl().orElse(before.repoUrl()),
        input.repoBranch().orElse(before.repoBranch()),
        input.submodules().orElse(before.submodules()),
        input.script().orElse(before.script()),
        input.containerBaseImage().orElse(before.containerBaseImage()),
        input.timeout().orElse(before.timeoutMinutes()),
        input.priority().orElse(before.priority()),
        input.maxRunning().orElse(before.maxRunning()),
        input.retryLost().orElse(before.retryLost()),
        variables(before.variables(), input),
        input.workerPool().orElse(before.workerPool()),
        access(before.access(), input),
        place(before.place(), input),
        questions(before.questions(), input));
  }

  private static ProjectAccess access(ProjectAccess before, ProjectInput input) {
    return new ProjectAccess(
        input.sshKeys().orElse(before.sshKeys()),
        input.serviceLogin().orElse(before.serviceLogin()),
        input.hostKeys().orElse(before.hostKeys()));
  }

  private static PipelinePlace place(PipelinePlace before, ProjectInput input) {
    return new PipelinePlace(
        input.pipeline().orElse(before.pipeline()),
        input.stage().orElse(before.stage()),
        input.pipelineEnabled().orElse(before.enabled()));
  }

  private static LaunchQuestions questions(LaunchQuestions before, ProjectInput input) {
    return input.launchQuestions().map(LaunchQuestions::new).orElse(before);
  }

  private static ObjectVariables variables(ObjectVariables before, ProjectInput input) {
    return new ObjectVariables(
        JsonValues.of(input.variables().orElse(before.own())),
        input.variableSets().orElse(before.sets()));
  }

  private static BuildSummary summary(io.vespene.core.build.BuildSummary build) {
    return new BuildSummary(
        build.id(), build.status().name(), build.queuedAt(), build.startedAt(), build.endedAt());
  }
}
