package io.vespene.protocol.log;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads what {@link LinePacker} packed. */
public final class LineUnpacker {
  /** No chunk unpacks to more: 64 KiB of lines and a few bytes about each of them. */
  public static final int MAX_PLAIN_BYTES = 1024 * 1024;

  private LineUnpacker() {}

  /**
   * The lines, in order.
   *
   * @throws MalformedFrame if the bytes are not packed lines, or unpack to more than {@link
   *     #MAX_PLAIN_BYTES}
   */
  public static List<LogLine> unpack(ByteBuffer packed) throws MalformedFrame {
    ByteBuffer plain = inflate(packed);
    var lines = new ArrayList<LogLine>();
    long millis = 0;
    try {
      while (plain.hasRemaining()) {
        millis += number(plain);
        long head = number(plain);
        long length = head >>> 2;
        if (length > plain.remaining()) {
          throw new MalformedFrame("a line of " + length + " bytes");
        }
        ByteBuffer content = plain.slice(plain.position(), (int) length).asReadOnlyBuffer();
        plain.position(plain.position() + (int) length);
        lines.add(
            new LogLine(Duration.ofMillis(millis), content, (head & 2) != 0, (head & 1) != 0));
      }
    } catch (java.nio.BufferUnderflowException e) {
      throw new MalformedFrame("the lines end too early", e);
    }
    return lines;
  }

  private static ByteBuffer inflate(ByteBuffer packed) throws MalformedFrame {
    try (var inflater = new Inflater()) {
      inflater.setInput(packed.duplicate());
      var plain = new byte[Math.clamp(packed.remaining() * 8L, 1024, MAX_PLAIN_BYTES)];
      int size = 0;
      while (!inflater.finished()) {
        if (size == plain.length) {
          if (size >= MAX_PLAIN_BYTES) {
            throw new MalformedFrame("lines of over " + MAX_PLAIN_BYTES + " bytes");
          }
          plain = java.util.Arrays.copyOf(plain, Math.min(MAX_PLAIN_BYTES, size * 2));
        }
        int more = inflater.inflate(plain, size, plain.length - size);
        if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new MalformedFrame("the packed lines end too early");
        }
        size += more;
      }
      return ByteBuffer.wrap(plain, 0, size);
    } catch (DataFormatException e) {
      throw new MalformedFrame("not packed lines", e);
    }
  }

  private static long number(ByteBuffer in) throws MalformedFrame {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedFrame("a number of over 63 bits");
  }
}
