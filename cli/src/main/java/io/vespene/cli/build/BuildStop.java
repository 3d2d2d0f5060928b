package io.vespene.cli.build;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.BuildResource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "stop",
    description = "Stop a build. A running one is ABORTING until its last process is dead.")
final class BuildStop implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final BuildNumber build = new BuildNumber();
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  BuildStop(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    BuildResource stopped;
    try (Api api = connection.connect()) {
      stopped = api.post(build.path("stop"), Map.of(), BuildResource.class);
    }
    if (output.json()) {
      Json.print(terminal, stopped);
    } else {
      terminal.print(Outcomes.sentence(stopped));
    }
    return ExitCode.OK;
  }
}
