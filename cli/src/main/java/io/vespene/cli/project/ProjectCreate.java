package io.vespene.cli.project;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.client.TextSource;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.ProjectInput;
import io.vespene.protocol.rest.ProjectResource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "create",
    description = "Create a project. It needs at least --script and --worker-pool.")
final class ProjectCreate implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ProjectFields fields;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "NAME", description = "The name of the new project.")
  private String name = "";

  ProjectCreate(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.fields = new ProjectFields(new TextSource(terminal.in()));
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    ProjectInput input = fields.input(Optional.of(name));
    ProjectResource created;
    try (Api api = connection.connect()) {
      created = api.post(ApiPath.of("projects"), input, ProjectResource.class);
    }
    if (output.json()) {
      Json.print(terminal, created);
    } else {
      terminal.print("Created project " + created.name() + " (number " + created.id() + ").");
    }
    return ExitCode.OK;
  }
}
