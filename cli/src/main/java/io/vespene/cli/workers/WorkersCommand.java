package io.vespene.cli.workers;

import io.vespene.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about workers. To run one, there is {@code vespene worker}. */
@Command(
    name = "workers",
    description = "List, show, drain and resume the workers that the servers know.",
    synopsisSubcommandLabel = "COMMAND")
public final class WorkersCommand {
  private WorkersCommand() {}

  /** The group with its commands. */
  public static CommandLine create(Terminal terminal, Map<String, String> environment) {
    return new CommandLine(new WorkersCommand())
        .addSubcommand(new WorkersList(terminal, environment))
        .addSubcommand(new WorkersShow(terminal, environment))
        .addSubcommand(new WorkersDrain(terminal, environment))
        .addSubcommand(new WorkersResume(terminal, environment));
  }
}
