package io.vespene.cli.pool;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Facts;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.ContainerLimitsResource;
import io.vespene.protocol.rest.PoolResource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show one worker pool.")
final class PoolShow implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "POOL", description = "The pool's name or number.")
  private String pool = "";

  PoolShow(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    PoolResource found;
    try (Api api = connection.connect()) {
      found = api.read(ApiPath.of("worker-pools", pool), PoolResource.class);
    }
    if (output.json()) {
      Json.print(terminal, found);
    } else {
      facts(found).print(terminal);
    }
    return ExitCode.OK;
  }

  private static Facts facts(PoolResource pool) {
    Facts facts =
        new Facts()
            .add("Name", pool.name())
            .add("Number", Long.toString(pool.id()))
            .add("Description", given(pool.description()))
            .add("Isolation", pool.isolation())
            .add("Sudo user", given(pool.sudoUser()))
            .add("Allowed images", given(String.join(", ", pool.allowedImages())))
            .add("Container limits", limits(pool.containerLimits()))
            .add("Permissions", pool.permissions())
            .add("Build latest only", pool.buildLatestOnly() ? "yes" : "no")
            .add("Abort queued builds after", pool.autoAbortMinutes() + " min")
            .add("Give up a silent worker after", pool.lostAfterSeconds() + " s")
            .add("Log limit", pool.logLimitBytes() + " bytes")
            .add("Keep builds", pool.retention().buildsDays() + " days")
            .add("Keep build roots", pool.retention().buildRootsDays() + " days");
    if (!pool.variables().isEmpty()) {
      facts.add("Variables", Json.text(pool.variables()));
    }
    return facts
        .add("Variable sets", given(String.join(", ", pool.variableSets())))
        .add("Queued builds", Integer.toString(pool.queuedBuilds()))
        .add("Running builds", Integer.toString(pool.runningBuilds()))
        .add("Workers online", Integer.toString(pool.onlineWorkers()))
        .add("Created", pool.createdAt().toString());
  }

  private static String limits(ContainerLimitsResource limits) {
    return "cpus %s, memory %d MiB, pids %d, network %s (0 for no limit)"
        .formatted(
            limits.cpus(), limits.memoryMib(), limits.pids(), limits.network() ? "on" : "off");
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }
}
