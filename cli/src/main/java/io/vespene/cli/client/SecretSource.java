package io.vespene.cli.client;

import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import java.io.Console;
import java.util.Optional;

/** Secrets, which come from a file, from standard input, or from a person: never as an argument. */
public record SecretSource(TextSource texts) {
  /**
   * The first line of a file, or of standard input when the file is {@code -}.
   *
   * @param option where the file's name comes from, for messages
   * @throws CommandFailure if it can't be read
   */
  public String firstLine(String option, String file) {
    return texts.read(option, file).lines().findFirst().orElse("");
  }

  /**
   * What a person types, unseen.
   *
   * @param what is asked for, such as {@code Password}
   * @param instead the option for those who have no terminal
   * @throws CommandFailure if nobody can be asked
   */
  public String ask(String what, String instead) {
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(() ->
                new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "There is no terminal to ask for the secret: use "
                        + instead
                        + " FILE, with - for standard input."));
    return new String(console.readPassword("%s: ", what));
  }
}
