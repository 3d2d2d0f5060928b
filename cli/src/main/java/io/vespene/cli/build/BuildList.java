package io.vespene.cli.build;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.Elapsed;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Table;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.BuildResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List builds, the newest first.")
final class BuildList implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(names = "--project", paramLabel = "PROJECT", description = "Only builds of this project.")
  private @Nullable String project;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description =
          "Only builds that are QUEUED, RUNNING, ABORTING, SUCCESS, FAILURE, ABORTED or ORPHANED.")
  private @Nullable String status;

  @Option(
      names = "--worker-pool",
      paramLabel = "POOL",
      description = "Only builds of this worker pool.")
  private @Nullable String workerPool;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many at most. Default: ${DEFAULT-VALUE}.")
  private int limit = 20;

  BuildList(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "--limit: must be at least 1.");
    }
    ApiPath path =
        ApiPath.of("builds")
            .with("project", Optional.ofNullable(project))
            .with("status", Optional.ofNullable(status).map(text -> text.toUpperCase(Locale.ROOT)))
            .with("worker_pool", Optional.ofNullable(workerPool));
    List<BuildResource> builds;
    try (Api api = connection.connect()) {
      builds = api.list(path, BuildResource.class, limit);
    }
    if (output.json()) {
      Json.print(terminal, builds);
    } else {
      table(builds).print(terminal, "There are no such builds.");
    }
    return ExitCode.OK;
  }

  private static Table table(List<BuildResource> builds) {
    Instant now = Instant.now();
    Table table = new Table("BUILD", "PROJECT", "STATUS", "QUEUED", "TOOK", "WORKER", "REASON");
    for (BuildResource build : builds) {
      table.add(
          Long.toString(build.id()),
          build.project(),
          build.status(),
          Elapsed.text(Duration.between(build.queuedAt(), now)) + " ago",
          build
              .startedAt()
              .map(start -> Elapsed.text(Duration.between(start, build.endedAt().orElse(now))))
              .orElse("–"),
          build.worker().orElse("–"),
          build.reason().or(build::waiting).orElse(""));
    }
    return table;
  }
}
