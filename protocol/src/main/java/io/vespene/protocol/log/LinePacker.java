package io.vespene.protocol.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/**
 * Packs lines into the compressed form that is stored.
 *
 * <p>Each line is: milliseconds since the line before it, then its length shifted left by two with
 * {@code continues} in bit 1 and {@code newline} in bit 0, both as unsigned LEB128 numbers, then
 * its bytes. The whole is deflated at the fastest level. Not safe for use by several threads; close
 * it to give back native memory.
 */
public final class LinePacker implements AutoCloseable {
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private byte[] plain = new byte[16 * 1024];
  private int size;
  private long lastMillis;

  /**
   * Adds a line.
   *
   * @param sinceFirstMillis its time, counted from the first line added since the last {@link
   *     #pack}; earlier than the line before it counts as the same time
   */
  public void add(
      long sinceFirstMillis,
      byte[] content,
      int offset,
      int length,
      boolean continues,
      boolean newline) {
    long millis = Math.max(sinceFirstMillis, lastMillis);
    room(20 + length);
    number(millis - lastMillis);
    number(((long) length << 2) | (continues ? 2 : 0) | (newline ? 1 : 0));
    System.arraycopy(content, offset, plain, size, length);
    size += length;
    lastMillis = millis;
  }

  /** The size, before compression, of what was added since the last {@link #pack}. */
  public int plainBytes() {
    return size;
  }

  /** Everything added since the last call, compressed; the packer is empty afterwards. */
  public ByteBuffer pack() {
    deflater.reset();
    deflater.setInput(plain, 0, size);
    deflater.finish();
    var packed = new ByteArrayOutputStream(Math.max(64, size / 4));
    var buffer = new byte[8 * 1024];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    size = 0;
    lastMillis = 0;
    return ByteBuffer.wrap(packed.toByteArray());
  }

  @Override
  public void close() {
    deflater.end();
  }

  private void room(int more) {
    if (size + more > plain.length) {
      plain = java.util.Arrays.copyOf(plain, Math.max(plain.length * 2, size + more));
    }
  }

  private void number(long value) {
    long rest = value;
    while (rest >= 0x80) {
      plain[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    plain[size++] = (byte) rest;
  }
}
