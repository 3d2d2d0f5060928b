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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description = "Change a snippet. Fields that are not given stay as they are.")
final class SnippetEdit implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final SnippetFields fields;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "SNIPPET", description = "The snippet's name or number.")
  private String wanted = "";

  @Option(names = "--name", paramLabel = "NAME", description = "A new name.")
  private @Nullable String name;

  SnippetEdit(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.fields = new SnippetFields(new TextSource(terminal.in()));
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    SnippetInput input = fields.input(Optional.ofNullable(name));
    SnippetResource edited;
    try (Api api = connection.connect()) {
      SnippetResource before = api.read(ApiPath.of("snippets", wanted), SnippetResource.class);
      ApiPath path = ApiPath.of("snippets", Long.toString(before.id()));
      edited = api.edit(path, before.version(), input, SnippetResource.class);
    }
    if (output.json()) {
      Json.print(terminal, edited);
    } else {
      terminal.print("Saved snippet " + edited.name() + ".");
    }
    return ExitCode.OK;
  }
}
