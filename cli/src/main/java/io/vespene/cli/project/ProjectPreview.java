package io.vespene.cli.project;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.PreviewResource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "preview",
    description = {
      "Show the script that a build started now would run; none is started.",
      "When the script can't be rendered, show why, and end with 2."
    })
final class ProjectPreview implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "PROJECT", description = "The project's name or number.")
  private String project = "";

  @Option(
      names = "--variables",
      description = "Show the variables and where each is from instead of the script.")
  private boolean variables;

  ProjectPreview(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    PreviewResource preview;
    try (Api api = connection.connect()) {
      preview = api.read(ApiPath.of("projects", project, "preview"), PreviewResource.class);
    }
    if (output.json()) {
      Json.print(terminal, preview);
    } else if (variables) {
      VariableTable.print(terminal, preview.variables(), preview.variableOrigins());
    } else {
      preview.script().ifPresent(script -> terminal.print(script.stripTrailing()));
    }
    if (!output.json()) {
      preview.failure().ifPresent(failure -> terminal.remark(failure.picture().stripTrailing()));
    }
    return preview.failure().isPresent() ? ExitCode.BAD_INPUT : ExitCode.OK;
  }
}
