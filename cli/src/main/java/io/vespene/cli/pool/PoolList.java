package io.vespene.cli.pool;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Table;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.PoolResource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List all worker pools with their queues and workers.")
final class PoolList implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  PoolList(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    List<PoolResource> pools;
    try (Api api = connection.connect()) {
      pools = api.list(ApiPath.of("worker-pools"), PoolResource.class, Integer.MAX_VALUE);
    }
    if (output.json()) {
      Json.print(terminal, pools);
      return ExitCode.OK;
    }
    Table table = new Table("NAME", "ISOLATION", "QUEUED", "RUNNING", "WORKERS", "DESCRIPTION");
    for (PoolResource pool : pools) {
      table.add(
          pool.name(),
          pool.isolation(),
          Integer.toString(pool.queuedBuilds()),
          Integer.toString(pool.runningBuilds()),
          workers(pool),
          pool.description());
    }
    table.print(terminal, "There are no worker pools.");
    return ExitCode.OK;
  }

  private static String workers(PoolResource pool) {
    boolean waitsInVain = pool.queuedBuilds() > 0 && pool.onlineWorkers() == 0;
    return waitsInVain ? "none!" : Integer.toString(pool.onlineWorkers());
  }
}
