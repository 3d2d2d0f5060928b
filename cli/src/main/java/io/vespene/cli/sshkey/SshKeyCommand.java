package io.vespene.cli.sshkey;

import io.vespene.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands about SSH keys. */
@Command(
    name = "ssh-key",
    description = "List, show, create, edit and delete SSH keys for builds.",
    synopsisSubcommandLabel = "COMMAND")
public final class SshKeyCommand {
  private SshKeyCommand() {}

  /** The group with its commands. */
  public static CommandLine create(Terminal terminal, Map<String, String> environment) {
    return new CommandLine(new SshKeyCommand())
        .addSubcommand(new SshKeyList(terminal, environment))
        .addSubcommand(new SshKeyShow(terminal, environment))
        .addSubcommand(new SshKeyCreate(terminal, environment))
        .addSubcommand(new SshKeyEdit(terminal, environment))
        .addSubcommand(new SshKeyDelete(terminal, environment));
  }
}
