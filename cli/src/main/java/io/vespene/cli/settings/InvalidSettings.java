package io.vespene.cli.settings;

import java.util.List;

/** Settings that can't be used; nothing has been started. */
public final class InvalidSettings extends RuntimeException {
  private final List<String> problems;

  InvalidSettings(String problem) {
    this(List.of(problem));
  }

  InvalidSettings(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, a sentence each; at least one. */
  public List<String> problems() {
    return problems;
  }
}
