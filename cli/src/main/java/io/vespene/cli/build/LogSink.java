package io.vespene.cli.build;

import io.vespene.cli.terminal.ColourFilter;
import io.vespene.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Where a build's output is shown. A person gets its text and colours; a file or a pipe gets the
 * very bytes.
 */
final class LogSink {
  private final Terminal terminal;
  private final ColourFilter colours = new ColourFilter();

  LogSink(Terminal terminal) {
    this.terminal = terminal;
  }

  void write(String text) {
    terminal.out().print(terminal.interactive() ? colours.filter(text) : text);
    terminal.out().flush();
  }

  void write(InputStream bytes) throws IOException {
    if (!terminal.interactive()) {
      bytes.transferTo(terminal.out());
      return;
    }
    Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
    char[] part = new char[8192];
    for (int length = reader.read(part); length >= 0; length = reader.read(part)) {
      write(new String(part, 0, length));
    }
  }

  /** Puts the terminal's own colours back. */
  void end() {
    terminal.out().print(colours.reset());
    terminal.out().flush();
  }
}
