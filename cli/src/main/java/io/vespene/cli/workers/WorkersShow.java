package io.vespene.cli.workers;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.Elapsed;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Facts;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.WorkerResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show one worker: what it runs, and how it is.")
final class WorkersShow implements Callable<Integer> {
  private static final long BYTES_PER_GIB = 1L << 30;

  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "WORKER", description = "The worker's name or number.")
  private String worker = "";

  WorkersShow(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    WorkerResource found;
    try (Api api = connection.connect()) {
      found = api.read(ApiPath.of("workers", worker), WorkerResource.class);
    }
    if (output.json()) {
      Json.print(terminal, found);
    } else {
      facts(found, Instant.now()).print(terminal);
    }
    return ExitCode.OK;
  }

  private static Facts facts(WorkerResource worker, Instant now) {
    return new Facts()
        .add("Name", worker.name())
        .add("Number", Long.toString(worker.id()))
        .add("State", worker.state())
        .add("Drained", worker.drainAsked() ? "yes, until it is resumed" : "no")
        .add("Pools", String.join(", ", worker.pools()))
        .add("Slots free", worker.freeSlots() + " of " + worker.slots())
        .add(
            "Builds",
            worker.runningBuilds().stream().map(String::valueOf).collect(Collectors.joining(", ")))
        .add("Last seen", ago(worker.lastSeenAt(), now))
        .add("Started", ago(worker.registeredAt(), now))
        .add("Disk free", worker.diskFreeBytes() / BYTES_PER_GIB + " GiB")
        .add("Host", worker.hostName())
        .add("File port", worker.filePort() == 0 ? "none" : Integer.toString(worker.filePort()))
        .add("Version", worker.version() + (worker.versionDiffers() ? " (not the server's)" : ""))
        .add("System", worker.operatingSystem());
  }

  private static String ago(Optional<Instant> time, Instant now) {
    return time.map(at -> Elapsed.text(Duration.between(at, now)) + " ago").orElse("never");
  }
}
