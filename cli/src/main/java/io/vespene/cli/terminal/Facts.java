package io.vespene.cli.terminal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One thing, shown as a list of names and values. */
public final class Facts {
  private final Map<String, String> values = new LinkedHashMap<>();

  /** Adds a line; a value of several lines is indented below its name. */
  public Facts add(String name, String value) {
    values.put(name, value);
    return this;
  }

  /** Adds a line if there is a value. */
  public Facts add(String name, Optional<?> value) {
    value.ifPresent(present -> values.put(name, present.toString()));
    return this;
  }

  /** Prints all lines, the values beside each other. */
  public void print(Terminal terminal) {
    int width = values.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
    values.forEach((name, value) -> terminal.print(line(name, value.stripTrailing(), width)));
  }

  private static String line(String name, String value, int width) {
    if (value.contains("\n")) {
      return name + ":\n" + value.indent(2).stripTrailing();
    }
    return (name + ":" + " ".repeat(width - name.length() - 1) + value).stripTrailing();
  }
}
