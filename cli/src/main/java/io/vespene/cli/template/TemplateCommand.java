package io.vespene.cli.template;

import io.vespene.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about templates. */
@Command(
    name = "template",
    description = "Try the templates that scripts and snippets are.",
    synopsisSubcommandLabel = "COMMAND")
public final class TemplateCommand {
  private TemplateCommand() {}

  /** The group with its commands. */
  public static CommandLine create(Terminal terminal) {
    return new CommandLine(new TemplateCommand()).addSubcommand(new TemplateRender(terminal));
  }
}
