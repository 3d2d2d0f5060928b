package io.vespene.cli.variableset;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.client.TextSource;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.VariableSetInput;
import io.vespene.protocol.rest.VariableSetResource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Create a variable set.")
final class VariableSetCreate implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final VariableSetFields fields;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "NAME", description = "The name of the new variable set.")
  private String name = "";

  VariableSetCreate(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.fields = new VariableSetFields(new TextSource(terminal.in()));
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    VariableSetInput input = fields.input(Optional.of(name));
    VariableSetResource created;
    try (Api api = connection.connect()) {
      created = api.post(ApiPath.of("variable-sets"), input, VariableSetResource.class);
    }
    if (output.json()) {
      Json.print(terminal, created);
    } else {
      terminal.print("Created variable set " + created.name() + " (number " + created.id() + ").");
    }
    return ExitCode.OK;
  }
}
