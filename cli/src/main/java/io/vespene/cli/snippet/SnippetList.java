package io.vespene.cli.snippet;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Table;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.SnippetResource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List all snippets.")
final class SnippetList implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  SnippetList(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    List<SnippetResource> found;
    try (Api api = connection.connect()) {
      found = api.list(ApiPath.of("snippets"), SnippetResource.class, Integer.MAX_VALUE);
    }
    if (output.json()) {
      Json.print(terminal, found);
      return ExitCode.OK;
    }
    Table table = new Table("NAME", "IN TEMPLATES", "DESCRIPTION");
    for (SnippetResource snippet : found) {
      table.add(snippet.name(), snippet.variableName(), snippet.description());
    }
    table.print(terminal, "There are no snippets.");
    return ExitCode.OK;
  }
}
