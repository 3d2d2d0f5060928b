package io.vespene.cli.servicelogin;

import io.vespene.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about service logins. */
@Command(
    name = "service-login",
    description = "List, show, create, edit and delete logins for source control.",
    synopsisSubcommandLabel = "COMMAND")
public final class ServiceLoginCommand {
  private ServiceLoginCommand() {}

  /** The group with its commands. */
  public static CommandLine create(Terminal terminal, Map<String, String> environment) {
    return new CommandLine(new ServiceLoginCommand())
        .addSubcommand(new ServiceLoginList(terminal, environment))
        .addSubcommand(new ServiceLoginShow(terminal, environment))
        .addSubcommand(new ServiceLoginCreate(terminal, environment))
        .addSubcommand(new ServiceLoginEdit(terminal, environment))
        .addSubcommand(new ServiceLoginDelete(terminal, environment));
  }
}
