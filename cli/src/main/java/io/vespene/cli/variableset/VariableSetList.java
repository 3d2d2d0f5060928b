package io.vespene.cli.variableset;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Table;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.VariableSetResource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List all variable sets.")
final class VariableSetList implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  VariableSetList(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    List<VariableSetResource> found;
    try (Api api = connection.connect()) {
      found = api.list(ApiPath.of("variable-sets"), VariableSetResource.class, Integer.MAX_VALUE);
    }
    if (output.json()) {
      Json.print(terminal, found);
      return ExitCode.OK;
    }
    Table table = new Table("NAME", "SECRET", "VARIABLES", "DESCRIPTION");
    for (VariableSetResource set : found) {
      table.add(
          set.name(),
          set.secret() ? "yes" : "no",
          String.join(", ", set.variables().keySet()),
          set.description());
    }
    table.print(terminal, "There are no variable sets.");
    return ExitCode.OK;
  }
}
