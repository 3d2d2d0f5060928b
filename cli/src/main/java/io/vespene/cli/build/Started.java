package io.vespene.cli.build;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.Json;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.BuildResource;

/** How a build that was just started is shown. */
record Started(Terminal terminal, boolean json, boolean follow) {
  /**
   * Refuses what can't go together, before anything is started.
   *
   * @throws CommandFailure if both are wanted
   */
  static void requireOneOf(boolean follow, boolean json) {
    if (follow && json) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, "--json can't be used together with --follow, which shows the log.");
    }
  }

  /** The exit code: of the command, or when the build is followed, of its outcome. */
  int show(Api api, BuildResource build) {
    if (follow) {
      return followToTheEnd(api, build);
    }
    if (json) {
      Json.print(terminal, build);
    } else {
      terminal.print(Outcomes.sentence(build));
    }
    return ExitCode.OK;
  }

  private int followToTheEnd(Api api, BuildResource build) {
    terminal.remark("Build " + build.id() + " of " + build.project() + " is queued.");
    BuildResource ended = new FollowBuild(api, terminal).follow(build.id());
    terminal.remark(Outcomes.sentence(ended));
    return Outcomes.succeeded(ended) ? ExitCode.OK : ExitCode.FAILED;
  }
}
