package io.vespene.cli.terminal;

import java.io.Console;
import java.util.Optional;

/** Somebody at a terminal who can be asked. */
public interface Person {
  /** What they type; empty when the input ended. */
  Optional<String> ask(String prompt);

  /** The same, unseen. */
  Optional<String> askSecret(String prompt);

  /** Tells them something. */
  void tell(String text);

  /** Whoever sits at this process's terminal, if input and output are one. */
  static Optional<Person> find() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).map(AtConsole::new);
  }

  /** The terminal of this process. */
  record AtConsole(Console console) implements Person {
    @Override
    public Optional<String> ask(String prompt) {
      return Optional.ofNullable(console.readLine("%s ", SafeText.oneLine(prompt)));
    }

    @Override
    public Optional<String> askSecret(String prompt) {
      return Optional.ofNullable(console.readPassword("%s ", SafeText.oneLine(prompt)))
          .map(String::new);
    }

    @Override
    public void tell(String text) {
      console.printf("%s%n", SafeText.manyLines(text));
      console.flush();
    }
  }
}
