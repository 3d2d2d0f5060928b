package io.vespene.cli.snippet;

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

@Command(name = "delete", description = "Delete a snippet.")
final class SnippetDelete implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;

  @Parameters(paramLabel = "SNIPPET", description = "The snippet's name or number.")
  private String wanted = "";

  SnippetDelete(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    try (Api api = connection.connect()) {
      api.delete(ApiPath.of("snippets", wanted));
    }
    terminal.print("Deleted snippet " + wanted + ".");
    return ExitCode.OK;
  }
}
