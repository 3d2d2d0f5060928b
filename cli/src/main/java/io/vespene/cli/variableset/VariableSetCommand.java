package io.vespene.cli.variableset;

import io.vespene.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about variable sets. */
@Command(
    name = "variable-set",
    description = "List, show, create, edit and delete variable sets.",
    synopsisSubcommandLabel = "COMMAND")
public final class VariableSetCommand {
  private VariableSetCommand() {}

  /** The group with its commands. */
  public static CommandLine create(Terminal terminal, Map<String, String> environment) {
    return new CommandLine(new VariableSetCommand())
        .addSubcommand(new VariableSetList(terminal, environment))
        .addSubcommand(new VariableSetShow(terminal, environment))
        .addSubcommand(new VariableSetCreate(terminal, environment))
        .addSubcommand(new VariableSetEdit(terminal, environment))
        .addSubcommand(new VariableSetDelete(terminal, environment));
  }
}
