package io.vespene.cli;

import io.vespene.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Runs commands as a user would and keeps what they print. */
final class RunProgram {
  private final Map<String, String> environment = new HashMap<>();
  private String input = "";
  private boolean interactive;
  private int columns = Terminal.UNLIMITED;

  RunProgram with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  RunProgram typing(String text) {
    input = text;
    return this;
  }

  RunProgram onTerminal(int width) {
    interactive = true;
    columns = width;
    return this;
  }

  Result run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            interactive,
            columns);
    int exitCode = new Program(terminal, environment).run(arguments);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  record Result(int exitCode, String out, String err) {}
}
