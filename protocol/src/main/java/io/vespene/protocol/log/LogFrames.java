package io.vespene.protocol.log;

import io.vespene.protocol.log.LogFrame.Lines;
import io.vespene.protocol.log.LogFrame.SectionEnded;
import io.vespene.protocol.log.LogFrame.SectionStarted;
import io.vespene.protocol.log.LogFrame.SourceRecorded;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes log frames as bytes and reads them back.
 *
 * <p>A frame is a type byte, the length of the rest as a 32-bit number, and the fields in the order
 * of the record: integers big-endian, instants as microseconds since 1970, texts as a 32-bit length
 * and UTF-8.
 */
public final class LogFrames {
  /** No frame is longer: a chunk holds 64 KiB of lines, and packing them never doubles that. */
  public static final int MAX_FRAME_BYTES = 256 * 1024;

  private static final int SECTION_STARTED = 1;
  private static final int LINES = 2;
  private static final int SECTION_ENDED = 3;
  private static final int SOURCE_RECORDED = 4;

  private LogFrames() {}

  /** The frame as bytes. */
  public static byte[] encode(LogFrame frame) {
    var body = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(body)) {
      out.writeLong(frame.sequence());
      switch (frame) {
        case SectionStarted started -> {
          out.writeInt(started.section());
          writeText(out, started.kind());
          writeText(out, started.title());
          writeInstant(out, started.at());
        }
        case Lines lines -> {
          out.writeInt(lines.section());
          out.writeLong(lines.firstLine());
          out.writeInt(lines.lineCount());
          out.writeLong(lines.rawBytes());
          writeInstant(out, lines.firstAt());
          writeBytes(out, lines.packed());
        }
        case SectionEnded ended -> {
          out.writeInt(ended.section());
          out.writeBoolean(ended.failure().isPresent());
          writeText(out, ended.failure().orElse(""));
          writeInstant(out, ended.at());
        }
        case SourceRecorded source -> {
          writeText(out, source.revision());
          writeText(out, source.author());
          writeText(out, source.message());
          writeText(out, source.branch());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteBuffer.allocate(5 + body.size())
        .put((byte) typeOf(frame))
        .putInt(body.size())
        .put(body.toByteArray())
        .array();
  }

  /**
   * The next frame, or empty where the input ends between two frames.
   *
   * @throws MalformedFrame if the input ends inside a frame or is not one
   */
  public static Optional<LogFrame> read(DataInputStream in) throws IOException {
    int type = in.read();
    if (type < 0) {
      return Optional.empty();
    }
    try {
      int length = in.readInt();
      if (length < 8 || length > MAX_FRAME_BYTES) {
        throw new MalformedFrame("a frame of " + length + " bytes");
      }
      var body = new byte[length];
      in.readFully(body);
      return Optional.of(decode(type, ByteBuffer.wrap(body)));
    } catch (EOFException e) {
      throw new MalformedFrame("the input ends inside a frame", e);
    }
  }

  /**
   * All frames of the input, which is closed.
   *
   * @throws MalformedFrame if the input ends inside a frame or holds something else
   */
  public static List<LogFrame> readAll(InputStream input) throws IOException {
    var frames = new ArrayList<LogFrame>();
    try (var in = new DataInputStream(new BufferedInputStream(input))) {
      Optional<LogFrame> next = read(in);
      while (next.isPresent()) {
        frames.add(next.get());
        next = read(in);
      }
    }
    return frames;
  }

  private static LogFrame decode(int type, ByteBuffer body) throws MalformedFrame {
    try {
      long sequence = body.getLong();
      LogFrame frame =
          switch (type) {
            case SECTION_STARTED ->
                new SectionStarted(
                    sequence, body.getInt(), readText(body), readText(body), readInstant(body));
            case LINES ->
                new Lines(
                    sequence,
                    body.getInt(),
                    body.getLong(),
                    body.getInt(),
                    body.getLong(),
                    readInstant(body),
                    readBytes(body));
            case SECTION_ENDED -> {
              int section = body.getInt();
              boolean failed = body.get() != 0;
              String failure = readText(body);
              yield new SectionEnded(
                  sequence,
                  section,
                  failed ? Optional.of(failure) : Optional.empty(),
                  readInstant(body));
            }
            case SOURCE_RECORDED ->
                new SourceRecorded(
                    sequence, readText(body), readText(body), readText(body), readText(body));
            default -> throw new MalformedFrame("frame type " + type);
          };
      if (body.hasRemaining()) {
        throw new MalformedFrame(body.remaining() + " bytes too many in a frame");
      }
      return frame;
    } catch (java.nio.BufferUnderflowException | IllegalArgumentException | DateTimeException e) {
      throw new MalformedFrame("a frame's fields do not fit its length", e);
    }
  }

  private static int typeOf(LogFrame frame) {
    return switch (frame) {
      case SectionStarted _ -> SECTION_STARTED;
      case Lines _ -> LINES;
      case SectionEnded _ -> SECTION_ENDED;
      case SourceRecorded _ -> SOURCE_RECORDED;
    };
  }

  private static void writeInstant(DataOutputStream out, Instant at) throws IOException {
    out.writeLong(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000);
  }

  private static Instant readInstant(ByteBuffer in) {
    long micros = in.getLong();
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    writeBytes(out, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String readText(ByteBuffer in) {
    return StandardCharsets.UTF_8.decode(readBytes(in)).toString();
  }

  private static void writeBytes(DataOutputStream out, ByteBuffer bytes) throws IOException {
    out.writeInt(bytes.remaining());
    var copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    out.write(copy);
  }

  private static ByteBuffer readBytes(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("a field of " + length + " bytes");
    }
    ByteBuffer bytes = in.slice(in.position(), length).asReadOnlyBuffer();
    in.position(in.position() + length);
    return bytes;
  }
}
