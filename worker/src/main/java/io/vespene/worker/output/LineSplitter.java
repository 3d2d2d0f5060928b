package io.vespene.worker.output;

import java.util.Arrays;

/**
 * Splits bytes into lines.
 *
 * <p>A line of over {@value #MAX_LINE_BYTES} bytes becomes several lines. An unfinished line is
 * held back until {@link #flush}; what then follows of it continues it. Not safe for use by several
 * threads.
 */
final class LineSplitter {
  static final int MAX_LINE_BYTES = 64 * 1024;

  private final LineSink sink;
  private byte[] held = new byte[1024];
  private int heldLength;
  private int passedOn;

  LineSplitter(LineSink sink) {
    this.sink = sink;
  }

  void accept(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int start = offset;
    while (start < end) {
      int newline = indexOfNewline(bytes, start, end);
      int stop = newline < 0 ? end : newline;
      int room = MAX_LINE_BYTES - passedOn - heldLength;
      if (stop - start > room) {
        emit(bytes, start, room, false);
        passedOn = 0;
        start += room;
      } else if (newline >= 0) {
        emit(bytes, start, newline - start, true);
        passedOn = 0;
        start = newline + 1;
      } else {
        hold(bytes, start, end - start);
        start = end;
      }
    }
  }

  /** Whether a line was begun that has not been passed on. */
  boolean holdsUnfinished() {
    return heldLength > 0;
  }

  /** Passes on the unfinished line as it is now. */
  void flush() {
    if (heldLength > 0) {
      int piece = heldLength;
      emit(held, 0, 0, false);
      passedOn += piece;
    }
  }

  /** Ends the output: what comes next begins a new line. */
  void end() {
    flush();
    passedOn = 0;
  }

  private void emit(byte[] bytes, int start, int length, boolean newline) {
    boolean continues = passedOn > 0;
    if (heldLength == 0) {
      sink.line(bytes, start, length, continues, newline);
      return;
    }
    if (length > 0) {
      hold(bytes, start, length);
    }
    sink.line(held, 0, heldLength, continues, newline);
    heldLength = 0;
  }

  private void hold(byte[] bytes, int start, int length) {
    if (heldLength + length > held.length) {
      held = Arrays.copyOf(held, Math.max(held.length * 2, heldLength + length));
    }
    System.arraycopy(bytes, start, held, heldLength, length);
    heldLength += length;
  }

  private static int indexOfNewline(byte[] bytes, int start, int end) {
    for (int at = start; at < end; at++) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }
}
