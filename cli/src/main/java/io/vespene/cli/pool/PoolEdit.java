package io.vespene.cli.pool;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.PoolResource;
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
    description = "Change a worker pool. Fields that are not given stay as they are.")
final class PoolEdit implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final PoolFields fields = new PoolFields();
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "POOL", description = "The pool's name or number.")
  private String pool = "";

  @Option(names = "--name", paramLabel = "NAME", description = "A new name.")
  private @Nullable String name;

  PoolEdit(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    PoolResource edited;
    try (Api api = connection.connect()) {
      PoolResource before = api.read(ApiPath.of("worker-pools", pool), PoolResource.class);
      edited =
          api.edit(
              ApiPath.of("worker-pools", Long.toString(before.id())),
              before.version(),
              fields.input(Optional.ofNullable(name)),
              PoolResource.class);
    }
    if (output.json()) {
      Json.print(terminal, edited);
    } else {
      terminal.print("Saved worker pool " + edited.name() + ".");
    }
    return ExitCode.OK;
  }
}
