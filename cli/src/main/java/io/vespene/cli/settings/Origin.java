package io.vespene.cli.settings;

import java.nio.file.Path;

/** Where a setting's value comes from. */
public sealed interface Origin {
  /** For people: {@code default}, {@code /etc/vespene/vespene.yaml, line 3}, … */
  String text();

  /** Nobody chose. */
  record Usual() implements Origin {
    @Override
    public String text() {
      return "default";
    }
  }

  /**
   * The settings file.
   *
   * @param line counts from 1
   */
  record InFile(Path file, int line) implements Origin {
    @Override
    public String text() {
      return file + ", line " + line;
    }
  }

  /** An environment variable. */
  record InEnvironment(String variable) implements Origin {
    @Override
    public String text() {
      return "environment variable " + variable;
    }
  }

  /** An option of the command, which beats everything else. */
  record OnCommandLine(String option) implements Origin {
    @Override
    public String text() {
      return "option " + option;
    }
  }

  /** The command itself chooses and lets nobody else. */
  record ByCommand(String command) implements Origin {
    @Override
    public String text() {
      return "chosen by " + command;
    }
  }
}
