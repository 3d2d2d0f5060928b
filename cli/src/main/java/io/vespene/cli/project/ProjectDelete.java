package io.vespene.cli.project;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "delete", description = "Delete a project with all its builds and their logs.")
final class ProjectDelete implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;

  @Parameters(paramLabel = "PROJECT", description = "The project's name or number.")
  private String project = "";

  ProjectDelete(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    try (Api api = connection.connect()) {
      api.delete(ApiPath.of("projects", project));
    }
    terminal.print("Deleted project " + project + ".");
    return ExitCode.OK;
  }
}
