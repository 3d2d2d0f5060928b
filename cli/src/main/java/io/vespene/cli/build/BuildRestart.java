package io.vespene.cli.build;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.BuildResource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "restart",
    description = {
      "Start a build with the same answers and the same revision as an earlier one.",
      "With --follow the exit code tells the outcome: 0 only for SUCCESS."
    })
final class BuildRestart implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Mixin private final BuildNumber earlier = new BuildNumber();

  @Option(
      names = {"-f", "--follow"},
      description = "Show the output as it appears and wait for the end.")
  private boolean follow;

  BuildRestart(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    Started.requireOneOf(follow, output.json());
    try (Api api = connection.connect()) {
      BuildResource build = api.post(earlier.path("restart"), Map.of(), BuildResource.class);
      return new Started(terminal, output.json(), follow).show(api, build);
    }
  }
}
