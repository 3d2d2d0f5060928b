package io.vespene.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program's own options and the page that {@code vespene --help} shows. */
@Command(
    name = "vespene",
    description = "Builds software and runs scripts on workers, and shows how it went.",
    versionProvider = ProgramVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Begin with 'vespene up': it starts everything on this machine.",
      "'vespene COMMAND --help' explains a command.",
      "",
      "Exit codes: 0 done; 1 the operation failed, or the followed build did not succeed;",
      "2 wrong command line, settings or field; 3 no such thing; 4 not allowed; 5 nobody answers."
    })
final class VespeneCommand {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "When something fails, print where in the program.")
  private boolean debug;

  /** The command with the options that picocli obeys by itself. */
  static CommandLine create() {
    CommandLine command = new CommandLine(new VespeneCommand());
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Explain the command.")
                .build())
        .addOption(
            OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Print the version.")
                .build());
    return command;
  }

  boolean debug() {
    return debug;
  }
}
