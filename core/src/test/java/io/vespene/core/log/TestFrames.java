package io.vespene.core.log;

import io.vespene.protocol.log.LinePacker;
import io.vespene.protocol.log.LogFrame;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Log frames out of text, as a worker makes them. */
final class TestFrames {
  static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  private TestFrames() {}

  /**
   * A chunk of these pieces, ten milliseconds apart. One that begins with {@code +} continues the
   * line before; one that ends with a newline is finished.
   */
  static LogFrame.Lines lines(long sequence, long firstLine, String... pieces) {
    int lines = 0;
    long bytes = 0;
    try (var packer = new LinePacker()) {
      for (int number = 0; number < pieces.length; number++) {
        boolean continues = pieces[number].startsWith("+");
        boolean newline = pieces[number].endsWith("\n");
        byte[] content =
            pieces[number]
                .substring(continues ? 1 : 0, pieces[number].length() - (newline ? 1 : 0))
                .getBytes(StandardCharsets.UTF_8);
        packer.add(number * 10L, content, 0, content.length, continues, newline);
        lines += continues ? 0 : 1;
        bytes += content.length + (newline ? 1 : 0);
      }
      return new LogFrame.Lines(sequence, 0, firstLine, lines, bytes, AT, packer.pack());
    }
  }
}
