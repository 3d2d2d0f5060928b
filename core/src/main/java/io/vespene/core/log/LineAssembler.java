package io.vespene.core.log;

import io.vespene.protocol.log.LogLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes whole lines of a run of chunks, whose lines may begin in one and go on in the next. */
final class LineAssembler {
  /** A line that goes on for longer is shown up to here. */
  private static final int MAX_LINE_BYTES = 256 * 1024;

  private final long firstWanted;
  private final long lastWanted;
  private final List<StoredLine> lines = new ArrayList<>();
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  private long number;
  private int section;
  private Instant at = Instant.EPOCH;
  private boolean finished;

  LineAssembler(long firstLine, int limit) {
    firstWanted = firstLine;
    lastWanted = firstLine + limit - 1;
  }

  /** Whether nothing that comes later is of interest. */
  boolean isFull() {
    return lastWanted < firstWanted || number > lastWanted;
  }

  void add(LogChunk chunk) {
    long next = chunk.firstLine();
    for (LogLine piece : chunk.pieces()) {
      if (piece.continues()) {
        if (number == next - 1) {
          append(piece);
        }
        continue;
      }
      if (isFull() || next == chunk.firstLine() + chunk.lineCount()) {
        break;
      }
      begin(next, chunk, piece);
      next++;
    }
  }

  /** The lines, as far as they are stored. */
  List<StoredLine> finish() {
    end();
    return List.copyOf(lines);
  }

  private void begin(long line, LogChunk chunk, LogLine piece) {
    end();
    number = line;
    if (isFull()) {
      return;
    }
    section = chunk.section();
    at = chunk.firstAt().plus(piece.sinceFirst());
    append(piece);
  }

  private void append(LogLine piece) {
    int size = Math.min(piece.content().remaining(), MAX_LINE_BYTES - content.size());
    var bytes = new byte[size];
    piece.content().duplicate().get(bytes);
    content.writeBytes(bytes);
    finished = piece.newline();
  }

  private void end() {
    if (number >= firstWanted && number <= lastWanted) {
      lines.add(
          new StoredLine(number, section, at, content.toString(StandardCharsets.UTF_8), finished));
    }
    content.reset();
    finished = false;
  }
}
