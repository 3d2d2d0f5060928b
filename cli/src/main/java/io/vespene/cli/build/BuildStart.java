package io.vespene.cli.build;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.BuildResource;
import io.vespene.protocol.rest.StartBuild;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "start",
    description = {
      "Start a build of a project.",
      "With --follow the exit code tells the outcome: 0 only for SUCCESS."
    })
final class BuildStart implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "PROJECT", description = "The project's name or number.")
  private String project = "";

  @Option(
      names = {"-f", "--follow"},
      description = "Show the output as it appears and wait for the end.")
  private boolean follow;

  @Option(
      names = "--answer",
      paramLabel = "VARIABLE=ANSWER",
      description = "The answer to a launch question of the project. May be repeated.")
  private Map<String, String> answers = new LinkedHashMap<>();

  @Option(
      names = "--revision",
      paramLabel = "REVISION",
      description = "Check out this full revision, not the newest.")
  private @Nullable String revision;

  BuildStart(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    if (follow && output.json()) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, "--json can't be used together with --follow, which shows the log.");
    }
    try (Api api = connection.connect()) {
      BuildResource build =
          api.post(ApiPath.of("projects", project, "builds"), request(), BuildResource.class);
      if (follow) {
        return followToTheEnd(api, build);
      }
      if (output.json()) {
        Json.print(terminal, build);
      } else {
        terminal.print(Outcomes.sentence(build));
      }
      return ExitCode.OK;
    }
  }

  private StartBuild request() {
    Map<String, @Nullable Object> given = new LinkedHashMap<>(answers);
    return new StartBuild(Optional.of(given), Optional.ofNullable(revision));
  }

  private int followToTheEnd(Api api, BuildResource build) {
    terminal.remark("Build " + build.id() + " of " + build.project() + " is queued.");
    BuildResource ended = new FollowBuild(api, terminal).follow(build.id());
    terminal.remark(Outcomes.sentence(ended));
    return Outcomes.succeeded(ended) ? ExitCode.OK : ExitCode.FAILED;
  }
}
