package io.vespene.cli.build;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Facts;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.BuildResource;
import io.vespene.protocol.rest.TriggerOutcomeResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "show", description = "Show one build: status, reason, revision, times.")
final class BuildShow implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final BuildNumber build = new BuildNumber();
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  BuildShow(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    BuildResource found;
    try (Api api = connection.connect()) {
      found = api.read(build.path(), BuildResource.class);
    }
    if (output.json()) {
      Json.print(terminal, found);
    } else {
      facts(found).print(terminal);
    }
    return ExitCode.OK;
  }

  private static Facts facts(BuildResource build) {
    return new Facts()
        .add("Build", Long.toString(build.id()))
        .add("Project", build.project())
        .add("Status", build.status())
        .add("Reason", build.reason())
        .add("Waiting", build.waiting())
        .add("Exit code", build.exitCode())
        .add("Worker pool", build.workerPool())
        .add("Worker", build.worker())
        .add("Started by", build.requestedBy())
        .add("Revision", build.revision())
        .add("Branch", build.branch())
        .add("Author", build.author())
        .add("Commit message", build.commitMessage())
        .add("Queued", build.queuedAt().toString())
        .add("Started", build.startedAt())
        .add("Ended", build.endedAt())
        .add("Retry of", build.retryOf())
        .add("Superseded by", build.supersededBy())
        .add("Output", build.logLines() + " lines, " + build.logBytes() + " bytes")
        .add(
            "Output variables",
            build.outputVariables().filter(all -> !all.isEmpty()).map(Json::text))
        .add("Triggers", triggers(build.triggerOutcomes().orElse(List.of())));
  }

  private static Optional<String> triggers(List<TriggerOutcomeResource> outcomes) {
    return outcomes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            outcomes.stream()
                .map(outcome ->
                    outcome.name() + (outcome.ok() ? " done" : " failed: " + outcome.message()))
                .collect(Collectors.joining("; ")));
  }
}
