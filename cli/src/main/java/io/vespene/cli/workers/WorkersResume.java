package io.vespene.cli.workers;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.WorkerResource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "resume", description = "Let a drained worker take builds again.")
final class WorkersResume implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "WORKER", description = "The worker's name or number.")
  private String worker = "";

  WorkersResume(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    WorkerResource changed;
    try (Api api = connection.connect()) {
      changed = api.post(ApiPath.of("workers", worker, "resume"), Map.of(), WorkerResource.class);
    }
    if (output.json()) {
      Json.print(terminal, changed);
    } else {
      terminal.print("Worker " + changed.name() + " takes builds again.");
    }
    return ExitCode.OK;
  }
}
