package io.vespene.cli.project;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.Elapsed;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Table;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.BuildSummary;
import io.vespene.protocol.rest.ProjectResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List all projects with their last builds.")
final class ProjectList implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  ProjectList(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    List<ProjectResource> projects;
    try (Api api = connection.connect()) {
      projects = api.list(ApiPath.of("projects"), ProjectResource.class, Integer.MAX_VALUE);
    }
    if (output.json()) {
      Json.print(terminal, projects);
      return ExitCode.OK;
    }
    Instant now = Instant.now();
    Table table = new Table("NAME", "POOL", "ACTIVE BUILD", "LAST BUILD", "LAST SUCCESS");
    for (ProjectResource project : projects) {
      table.add(
          project.name(),
          project.workerPool(),
          project.activeBuild().map(build -> build.id() + " " + build.status()).orElse("–"),
          project
              .lastBuild()
              .map(build -> build.id() + " " + build.status() + ", " + age(build, now))
              .orElse("–"),
          project.lastSuccess().map(build -> build.id() + ", " + age(build, now)).orElse("–"));
    }
    table.print(terminal, "There are no projects.");
    return ExitCode.OK;
  }

  private static String age(BuildSummary build, Instant now) {
    return Elapsed.text(Duration.between(build.endedAt().orElse(build.queuedAt()), now)) + " ago";
  }
}
