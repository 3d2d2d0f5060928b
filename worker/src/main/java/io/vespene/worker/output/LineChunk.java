package io.vespene.worker.output;

import io.vespene.protocol.log.LinePacker;
import io.vespene.protocol.log.LogFrame;
import java.time.Instant;

/** Collects lines for one frame. Not safe for use by several threads. */
final class LineChunk implements AutoCloseable {
  static final int MAX_RAW_BYTES = 64 * 1024;

  private final LinePacker packer = new LinePacker();
  private long firstMillis;
  private int pieces;
  private int lineCount;
  private long rawBytes;
  private long nextLine = 1;

  boolean isEmpty() {
    return pieces == 0;
  }

  /** Whether a line of this length still belongs into the chunk. */
  boolean hasRoom(int length) {
    return rawBytes == 0 || rawBytes + length < MAX_RAW_BYTES;
  }

  void add(
      long nowMillis, byte[] bytes, int offset, int length, boolean continues, boolean newline) {
    if (pieces == 0) {
      firstMillis = nowMillis;
    }
    packer.add(nowMillis - firstMillis, bytes, offset, length, continues, newline);
    pieces++;
    lineCount += continues ? 0 : 1;
    rawBytes += length + (newline ? 1 : 0);
  }

  /** Everything added, as a frame; the chunk is empty afterwards. */
  LogFrame.Lines cut(long sequence, int section) {
    var frame =
        new LogFrame.Lines(
            sequence,
            section,
            nextLine,
            lineCount,
            rawBytes,
            Instant.ofEpochMilli(firstMillis),
            packer.pack());
    nextLine += lineCount;
    pieces = 0;
    lineCount = 0;
    rawBytes = 0;
    return frame;
  }

  @Override
  public void close() {
    packer.close();
  }
}
