package io.vespene.cli.project;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Facts;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.ProjectResource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show one project with its script.")
final class ProjectShow implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "PROJECT", description = "The project's name or number.")
  private String project = "";

  ProjectShow(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    ProjectResource found;
    try (Api api = connection.connect()) {
      found = api.read(ApiPath.of("projects", project), ProjectResource.class);
    }
    if (output.json()) {
      Json.print(terminal, found);
    } else {
      facts(found).print(terminal);
    }
    return ExitCode.OK;
  }

  private static Facts facts(ProjectResource project) {
    Facts facts =
        new Facts()
            .add("Name", project.name())
            .add("Number", Long.toString(project.id()))
            .add("Description", given(project.description()))
            .add("Worker pool", project.workerPool())
            .add("Source", project.scmType())
            .add("Repository", given(project.repoUrl()))
            .add("Branch", given(project.repoBranch()));
    if (!project.repoUrl().isEmpty()) {
      facts.add("Submodules", project.submodules() ? "yes" : "no");
    }
    facts
        .add("Timeout", project.timeout() + " min")
        .add("Priority", Integer.toString(project.priority()))
        .add(
            "Running at once",
            project.maxRunning() == 0 ? "no limit" : Integer.toString(project.maxRunning()))
        .add("Retries when lost", Integer.toString(project.retryLost()));
    if (!project.sshKeys().isEmpty()) {
      facts.add("SSH keys", String.join(", ", project.sshKeys()));
    }
    facts.add("Service login", given(project.serviceLogin()));
    if (!project.hostKeys().isEmpty()) {
      facts.add("Host keys", "\n" + String.join("\n", project.hostKeys()));
    }
    if (!project.variables().isEmpty()) {
      facts.add("Variables", Json.text(project.variables()));
    }
    facts.add("Variable sets", given(String.join(", ", project.variableSets())));
    if (!project.pipeline().isEmpty()) {
      facts
          .add("Pipeline", project.pipeline())
          .add(
              "Stage",
              project.stage() + (project.pipelineEnabled() ? "" : " (does not take part)"));
    }
    return facts
        .add("Active build", project.activeBuild().map(b -> b.id() + " " + b.status()))
        .add("Last build", project.lastBuild().map(b -> b.id() + " " + b.status()))
        .add("Last success", project.lastSuccess().map(b -> Long.toString(b.id())))
        .add("Created", project.createdAt() + " by " + project.createdBy())
        .add("Container base image", given(project.containerBaseImage()))
        .add("Script", "\n" + project.script());
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }
}
