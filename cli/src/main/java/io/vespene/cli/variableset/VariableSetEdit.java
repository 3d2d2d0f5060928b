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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description = "Change a variable set. Fields that are not given stay as they are.")
final class VariableSetEdit implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final VariableSetFields fields;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "SET", description = "The variable set's name or number.")
  private String wanted = "";

  @Option(names = "--name", paramLabel = "NAME", description = "A new name.")
  private @Nullable String name;

  VariableSetEdit(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.fields = new VariableSetFields(new TextSource(terminal.in()));
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    VariableSetInput input = fields.input(Optional.ofNullable(name));
    VariableSetResource edited;
    try (Api api = connection.connect()) {
      VariableSetResource before =
          api.read(ApiPath.of("variable-sets", wanted), VariableSetResource.class);
      ApiPath path = ApiPath.of("variable-sets", Long.toString(before.id()));
      edited = api.edit(path, before.version(), input, VariableSetResource.class);
    }
    if (output.json()) {
      Json.print(terminal, edited);
    } else {
      terminal.print("Saved variable set " + edited.name() + ".");
    }
    return ExitCode.OK;
  }
}
