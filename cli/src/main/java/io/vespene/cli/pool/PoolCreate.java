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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Create a worker pool. Only superusers may.")
final class PoolCreate implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final PoolFields fields = new PoolFields();
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "NAME", description = "The name of the new pool.")
  private String name = "";

  PoolCreate(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    PoolResource created;
    try (Api api = connection.connect()) {
      created =
          api.post(ApiPath.of("worker-pools"), fields.input(Optional.of(name)), PoolResource.class);
    }
    if (output.json()) {
      Json.print(terminal, created);
    } else {
      terminal.print("Created worker pool " + created.name() + ".");
    }
    return ExitCode.OK;
  }
}
