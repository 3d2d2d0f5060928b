package io.vespene.worker.output;

import java.nio.charset.StandardCharsets;

/** Lets lines pass until a log is full; then a notice, and nothing more. */
final class LimitedLines implements LineSink {
  private final long limitBytes;
  private final LineSink next;
  private long passedBytes;
  private boolean full;

  LimitedLines(long limitBytes, LineSink next) {
    this.limitBytes = limitBytes;
    this.next = next;
  }

  @Override
  public void line(byte[] bytes, int offset, int length, boolean continues, boolean newline) {
    if (full) {
      return;
    }
    passedBytes += length + (newline ? 1 : 0);
    if (passedBytes <= limitBytes) {
      next.line(bytes, offset, length, continues, newline);
    } else {
      full = true;
      byte[] notice =
          ("The log limit of " + limitBytes + " bytes is reached: what follows is dropped.")
              .getBytes(StandardCharsets.UTF_8);
      next.line(notice, 0, notice.length, false, true);
    }
  }
}
