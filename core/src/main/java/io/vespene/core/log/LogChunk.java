package io.vespene.core.log;

import io.vespene.protocol.log.LineUnpacker;
import io.vespene.protocol.log.LogLine;
import io.vespene.protocol.log.MalformedFrame;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A row of stored output, unpacked.
 *
 * @param lineCount how many lines begin here; the pieces may be more, as some only continue
 */
record LogChunk(
    long sequence,
    int section,
    long firstLine,
    int lineCount,
    Instant firstAt,
    List<LogLine> pieces) {

  static LogChunk unpack(
      long sequence, int section, long firstLine, int lineCount, Instant firstAt, byte[] packed) {
    List<LogLine> pieces;
    try {
      pieces = LineUnpacker.unpack(ByteBuffer.wrap(packed));
    } catch (MalformedFrame e) {
      // A worker sent rubbish. The rest of the log is still worth reading.
      byte[] notice =
          "(a part of the log is damaged and can't be shown)".getBytes(StandardCharsets.UTF_8);
      pieces = List.of(new LogLine(Duration.ZERO, ByteBuffer.wrap(notice), false, true));
    }
    return new LogChunk(sequence, section, firstLine, lineCount, firstAt, pieces);
  }

  /** Whether it goes on with a line that began in a chunk before it. */
  boolean continues() {
    return !pieces.isEmpty() && pieces.getFirst().continues();
  }

  void copyRaw(OutputStream out) throws IOException {
    for (LogLine piece : pieces) {
      var bytes = new byte[piece.content().remaining()];
      piece.content().duplicate().get(bytes);
      out.write(bytes);
      if (piece.newline()) {
        out.write('\n');
      }
    }
  }
}
