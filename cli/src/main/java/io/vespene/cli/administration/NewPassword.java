package io.vespene.cli.administration;

import io.vespene.cli.client.TextSource;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import java.io.Console;
import java.util.Optional;

/** Asks for a password, or reads it where scripts put it. */
final class NewPassword {
  private static final int SHORTEST = 8;

  private NewPassword() {}

  /**
   * The password.
   *
   * @param file holds it on its first line; {@code -} is standard input; empty to ask a person
   * @throws CommandFailure if it is too short, or nobody can be asked
   */
  static String obtain(TextSource texts, Optional<String> file) {
    String password =
        file.map(name -> texts.read("--password-file", name).lines().findFirst().orElse(""))
            .orElseGet(NewPassword::ask);
    if (password.length() < SHORTEST) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, "password: must have at least " + SHORTEST + " characters.");
    }
    return password;
  }

  private static String ask() {
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(() ->
                new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "There is no terminal to ask for the password: use --password-file, with -"
                        + " for standard input."));
    String first = new String(console.readPassword("Password: "));
    String second = new String(console.readPassword("Once more: "));
    if (!first.equals(second)) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "password: the two are not the same.");
    }
    return first;
  }
}
