package io.vespene.cli.snippet;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.client.TextSource;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.SnippetInput;
import io.vespene.protocol.rest.SnippetResource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Create a snippet. It needs at least --text.")
final class SnippetCreate implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final SnippetFields fields;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "NAME", description = "The name of the new snippet.")
  private String name = "";

  SnippetCreate(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.fields = new SnippetFields(new TextSource(terminal.in()));
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    SnippetInput input = fields.input(Optional.of(name));
    SnippetResource created;
    try (Api api = connection.connect()) {
      created = api.post(ApiPath.of("snippets"), input, SnippetResource.class);
    }
    if (output.json()) {
      Json.print(terminal, created);
    } else {
      terminal.print("Created snippet " + created.name() + " (number " + created.id() + ").");
    }
    return ExitCode.OK;
  }
}
