package io.vespene.cli;

import io.vespene.cli.terminal.StandardTerminal;
import io.vespene.cli.terminal.Terminal;
import java.util.Map;

/** Where the program begins. */
public final class Main {
  private Main() {}

  /** Runs the command that the arguments name and ends with its exit code. */
  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Terminal terminal = StandardTerminal.open(environment);
    int exitCode = new Program(terminal, environment).run(arguments);
    terminal.out().flush();
    System.exit(exitCode);
  }
}
