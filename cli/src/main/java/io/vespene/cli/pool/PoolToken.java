package io.vespene.cli.pool;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.PoolTokenResource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "token",
    description = {
      "Make a token with which workers join a pool, and print it, nothing else.",
      "It is shown only now: 'vespene pool token linux > linux-token' keeps it for",
      "'vespene worker linux --token-file linux-token'."
    })
final class PoolToken implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "POOL", description = "The pool's name or number.")
  private String pool = "";

  PoolToken(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    PoolTokenResource made;
    try (Api api = connection.connect()) {
      made =
          api.post(ApiPath.of("worker-pools", pool, "tokens"), Map.of(), PoolTokenResource.class);
    }
    if (output.json()) {
      Json.print(terminal, made);
    } else {
      terminal.print(
          made.token()
              .orElseThrow(() -> new CommandFailure(ExitCode.FAILED, "The server sent no token.")));
    }
    return ExitCode.OK;
  }
}
