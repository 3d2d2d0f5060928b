package io.vespene.cli.build;

import io.vespene.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about builds. */
@Command(
    name = "build",
    description = "Start, restart, follow, stop, show and list builds, and fetch their files.",
    synopsisSubcommandLabel = "COMMAND")
public final class BuildCommand {
  private BuildCommand() {}

  /** The group with its commands. */
  public static CommandLine create(Terminal terminal, Map<String, String> environment) {
    return new CommandLine(new BuildCommand())
        .addSubcommand(new BuildStart(terminal, environment))
        .addSubcommand(new BuildRestart(terminal, environment))
        .addSubcommand(new BuildStop(terminal, environment))
        .addSubcommand(new BuildShow(terminal, environment))
        .addSubcommand(new BuildLogs(terminal, environment))
        .addSubcommand(new BuildFiles(terminal, environment))
        .addSubcommand(new BuildDownload(terminal, environment))
        .addSubcommand(new BuildList(terminal, environment));
  }
}
