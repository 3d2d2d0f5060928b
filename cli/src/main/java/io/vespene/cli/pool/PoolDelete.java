package io.vespene.cli.pool;

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

@Command(name = "delete", description = "Delete a worker pool that no project uses.")
final class PoolDelete implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;

  @Parameters(paramLabel = "POOL", description = "The pool's name or number.")
  private String pool = "";

  PoolDelete(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    try (Api api = connection.connect()) {
      api.delete(ApiPath.of("worker-pools", pool));
    }
    terminal.print("Deleted worker pool " + pool + ".");
    return ExitCode.OK;
  }
}
