package io.vespene.cli.workers;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.Elapsed;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Table;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.WorkerResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List all workers: state, pools, slots, running builds.")
final class WorkersList implements Callable<Integer> {
  private static final long BYTES_PER_GIB = 1L << 30;

  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  WorkersList(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    List<WorkerResource> workers;
    try (Api api = connection.connect()) {
      workers = api.list(ApiPath.of("workers"), WorkerResource.class, Integer.MAX_VALUE);
    }
    if (output.json()) {
      Json.print(terminal, workers);
      return ExitCode.OK;
    }
    Instant now = Instant.now();
    Table table =
        new Table(
            "NAME", "STATE", "POOLS", "SLOTS FREE", "BUILDS", "DISK FREE", "LAST SEEN", "VERSION");
    for (WorkerResource worker : workers) {
      table.add(
          worker.name(),
          worker.state(),
          String.join(", ", worker.pools()),
          worker.freeSlots() + " of " + worker.slots(),
          worker.runningBuilds().stream().map(String::valueOf).collect(Collectors.joining(", ")),
          worker.diskFreeBytes() / BYTES_PER_GIB + " GiB",
          worker
              .lastSeenAt()
              .map(seen -> Elapsed.text(Duration.between(seen, now)) + " ago")
              .orElse("never"),
          worker.version() + (worker.versionDiffers() ? " (not the server's)" : ""));
    }
    table.print(terminal, "No worker has ever joined.");
    return ExitCode.OK;
  }
}
