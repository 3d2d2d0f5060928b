package io.vespene.cli.variableset;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Facts;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.VariableSetResource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show one variable set.")
final class VariableSetShow implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "SET", description = "The variable set's name or number.")
  private String wanted = "";

  VariableSetShow(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    VariableSetResource found;
    try (Api api = connection.connect()) {
      found = api.read(ApiPath.of("variable-sets", wanted), VariableSetResource.class);
    }
    if (output.json()) {
      Json.print(terminal, found);
    } else {
      facts(found).print(terminal);
    }
    return ExitCode.OK;
  }

  private static Facts facts(VariableSetResource found) {
    return new Facts()
        .add("Name", found.name())
        .add("Number", Long.toString(found.id()))
        .add("Description", Optional.of(found.description()).filter(text -> !text.isEmpty()))
        .add("Secret", found.secret() ? "yes" : "no")
        .add("Created", found.createdAt() + " by " + found.createdBy())
        .add("Variables", Json.text(found.variables()));
  }
}
