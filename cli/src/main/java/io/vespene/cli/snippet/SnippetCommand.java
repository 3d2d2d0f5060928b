package io.vespene.cli.snippet;

import io.vespene.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about snippets. */
@Command(
    name = "snippet",
    description = "List, show, create, edit and delete snippets.",
    synopsisSubcommandLabel = "COMMAND")
public final class SnippetCommand {
  private SnippetCommand() {}

  /** The group with its commands. */
  public static CommandLine create(Terminal terminal, Map<String, String> environment) {
    return new CommandLine(new SnippetCommand())
        .addSubcommand(new SnippetList(terminal, environment))
        .addSubcommand(new SnippetShow(terminal, environment))
        .addSubcommand(new SnippetCreate(terminal, environment))
        .addSubcommand(new SnippetEdit(terminal, environment))
        .addSubcommand(new SnippetDelete(terminal, environment));
  }
}
