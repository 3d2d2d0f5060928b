package io.vespene.cli.project;

import io.vespene.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about projects. */
@Command(
    name = "project",
    description = "List, show, preview, create, edit and delete projects.",
    synopsisSubcommandLabel = "COMMAND")
public final class ProjectCommand {
  private ProjectCommand() {}

  /** The group with its commands. */
  public static CommandLine create(Terminal terminal, Map<String, String> environment) {
    return new CommandLine(new ProjectCommand())
        .addSubcommand(new ProjectList(terminal, environment))
        .addSubcommand(new ProjectShow(terminal, environment))
        .addSubcommand(new ProjectCreate(terminal, environment))
        .addSubcommand(new ProjectEdit(terminal, environment))
        .addSubcommand(new ProjectPreview(terminal, environment))
        .addSubcommand(new ProjectDelete(terminal, environment));
  }
}
