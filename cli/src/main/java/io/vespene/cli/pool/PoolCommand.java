package io.vespene.cli.pool;

import io.vespene.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about worker pools. */
@Command(
    name = "pool",
    description = "List, show, create, edit and delete worker pools; make tokens for workers.",
    synopsisSubcommandLabel = "COMMAND")
public final class PoolCommand {
  private PoolCommand() {}

  /** The group with its commands. */
  public static CommandLine create(Terminal terminal, Map<String, String> environment) {
    return new CommandLine(new PoolCommand())
        .addSubcommand(new PoolList(terminal, environment))
        .addSubcommand(new PoolShow(terminal, environment))
        .addSubcommand(new PoolCreate(terminal, environment))
        .addSubcommand(new PoolEdit(terminal, environment))
        .addSubcommand(new PoolDelete(terminal, environment))
        .addSubcommand(new PoolToken(terminal, environment));
  }
}
