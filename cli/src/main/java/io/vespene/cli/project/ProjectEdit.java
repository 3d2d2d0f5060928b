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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description = "Change a project. Fields that are not given stay as they are.")
final class ProjectEdit implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ProjectFields fields;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "PROJECT", description = "The project's name or number.")
  private String project = "";

  @Option(names = "--name", paramLabel = "NAME", description = "A new name.")
  private @Nullable String name;

  ProjectEdit(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.fields = new ProjectFields(new TextSource(terminal.in()));
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    ProjectInput input = fields.input(Optional.ofNullable(name));
    ProjectResource edited;
    try (Api api = connection.connect()) {
      ProjectResource before = api.read(ApiPath.of("projects", project), ProjectResource.class);
      ApiPath path = ApiPath.of("projects", Long.toString(before.id()));
      edited = api.edit(path, before.version(), input, ProjectResource.class);
    }
    if (output.json()) {
      Json.print(terminal, edited);
    } else {
      terminal.print("Saved project " + edited.name() + ".");
    }
    return ExitCode.OK;
  }
}
