package io.vespene.worker.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * All frames of one build's log, in a file, until the build is finished.
 *
 * <p>It is never forced to disk: it outlives any server, but when the worker itself dies its builds
 * are lost anyway. One thread appends, another reads.
 *
 * <p>Only every {@value #FRAMES_PER_MARK}th frame's place is kept in memory.
 */
final class Spool implements AutoCloseable {
  private static final int FRAME_HEAD_BYTES = 5;
  private static final int FRAMES_PER_MARK = 16;

  private final Path file;
  private Optional<FileChannel> opened = Optional.empty();
  private long[] marks = new long[16];
  private long frames;
  private long size;
  private long storedFrames;
  private long storedBytes;

  /** The file is made with the first frame. */
  Spool(Path file) {
    this.file = file;
  }

  /**
   * Adds a frame, whole or not at all.
   *
   * @throws IOException if the disk is full or failing; the frames before are untouched
   */
  synchronized void append(byte[] frame) throws IOException {
    FileChannel channel = open();
    ByteBuffer buffer = ByteBuffer.wrap(frame);
    try {
      while (buffer.hasRemaining()) {
        var _ = channel.write(buffer, size + buffer.position());
      }
    } catch (IOException e) {
      channel.truncate(size);
      throw e;
    }
    if (frames % FRAMES_PER_MARK == 0) {
      mark(Math.toIntExact(frames / FRAMES_PER_MARK), size);
    }
    frames++;
    size += frame.length;
  }

  private void mark(int index, long offset) {
    if (index == marks.length) {
      marks = Arrays.copyOf(marks, marks.length * 2);
    }
    marks[index] = offset;
  }

  /** One more than the last frame's sequence number. */
  synchronized long nextSequence() {
    return frames;
  }

  /** How many bytes no server has. */
  synchronized long unsentBytes() {
    return size - storedBytes;
  }

  /** The first frame that no server has. */
  synchronized long unsentSequence() {
    return storedFrames;
  }

  /**
   * The unsent frames, whole: as many as fit into the limit, but one at least when there is one.
   */
  synchronized byte[] readUnsent(int maxBytes) throws IOException {
    long available = size - storedBytes;
    if (available == 0) {
      return new byte[0];
    }
    byte[] bytes = readBytes(storedBytes, Math.toIntExact(Math.min(available, maxBytes)));
    int whole = wholeFrames(bytes);
    if (whole == 0) {
      return readBytes(storedBytes, frameBytes(bytes, 0));
    }
    return whole == bytes.length ? bytes : Arrays.copyOf(bytes, whole);
  }

  /**
   * A server has every frame before this one and none from it on, whatever it had before.
   *
   * @throws IOException if there never was such a frame
   */
  synchronized void storedBefore(long sequence) throws IOException {
    storedBytes = offsetOf(sequence);
    storedFrames = sequence;
  }

  /** Where a frame begins: the mark before it, then frame by frame. */
  private long offsetOf(long sequence) throws IOException {
    if (sequence < 0 || sequence > frames) {
      throw new IOException("no frame " + sequence + " of " + frames);
    }
    if (sequence == frames) {
      return size;
    }
    // Most often a server has stored all that was just sent, so the way there is short.
    boolean ahead = sequence >= storedFrames && sequence - storedFrames < FRAMES_PER_MARK;
    long passed = ahead ? storedFrames : sequence - sequence % FRAMES_PER_MARK;
    long offset = ahead ? storedBytes : marks[Math.toIntExact(passed / FRAMES_PER_MARK)];
    for (; passed < sequence; passed++) {
      offset += frameBytes(readBytes(offset, FRAME_HEAD_BYTES), 0);
    }
    return offset;
  }

  private FileChannel open() throws IOException {
    if (opened.isEmpty()) {
      opened =
          Optional.of(
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE_NEW,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE));
    }
    return opened.get();
  }

  private byte[] readBytes(long offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    FileChannel channel = open();
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw new IOException(file + " is shorter than it was");
      }
    }
    return buffer.array();
  }

  private static int wholeFrames(byte[] bytes) {
    int end = 0;
    while (end + FRAME_HEAD_BYTES <= bytes.length) {
      int next = end + frameBytes(bytes, end);
      if (next > bytes.length) {
        break;
      }
      end = next;
    }
    return end;
  }

  private static int frameBytes(byte[] bytes, int offset) {
    return FRAME_HEAD_BYTES + ByteBuffer.wrap(bytes).getInt(offset + 1);
  }

  /** Removes the file. */
  @Override
  public synchronized void close() throws IOException {
    try {
      if (opened.isPresent()) {
        opened.get().close();
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
