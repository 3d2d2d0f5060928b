package io.vespene.cli.build;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "logs", description = "Print the output of a build, exactly as it was printed.")
final class BuildLogs implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final BuildNumber build = new BuildNumber();
  @Mixin private final ConnectionOptions connection;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on until the build has ended.")
  private boolean follow;

  BuildLogs(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    try (Api api = connection.connect()) {
      if (follow) {
        terminal.remark(Outcomes.sentence(new FollowBuild(api, terminal).follow(build.number())));
      } else {
        copy(api);
      }
    }
    return ExitCode.OK;
  }

  private void copy(Api api) {
    LogSink sink = new LogSink(terminal);
    try (InputStream log = api.open(build.path("log"))) {
      sink.write(log);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.UNREACHABLE, "The connection broke before the whole log was read.", e);
    } finally {
      sink.end();
    }
  }
}
