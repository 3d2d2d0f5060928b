package io.vespene.worker.fileserving;

import com.sun.net.httpserver.HttpExchange;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** Sends a file, or the part of it that is asked for. */
final class SendFile {
  private static final int BUFFER_BYTES = 64 * 1024;

  private SendFile() {}

  static void run(HttpExchange exchange, FileChannel file, String disposition) throws IOException {
    long size = file.size();
    Optional<ByteRange> range =
        ByteRange.of(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")), size);
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    exchange.getResponseHeaders().set("Content-Disposition", disposition);
    exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
    if (range.isEmpty()) {
      send(exchange, 200, file, new ByteRange(0, size));
    } else if (range.get().length() == 0) {
      exchange.getResponseHeaders().set("Content-Range", "bytes */" + size);
      exchange.sendResponseHeaders(416, -1);
    } else {
      ByteRange part = range.get();
      long last = part.first() + part.length() - 1;
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + part.first() + "-" + last + "/" + size);
      send(exchange, 206, file, part);
    }
  }

  private static void send(HttpExchange exchange, int status, FileChannel file, ByteRange part)
      throws IOException {
    if (part.length() == 0) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, part.length());
    copy(file, part, exchange.getResponseBody());
    exchange.getResponseBody().close();
  }

  /**
   * Copies the part, and no byte more: what says it is empty, as pipes and devices do, is not read.
   *
   * @throws EOFException if the file has become shorter
   */
  static void copy(FileChannel file, ByteRange part, OutputStream out) throws IOException {
    var buffer = new byte[BUFFER_BYTES];
    long done = 0;
    while (done < part.length()) {
      int wanted = (int) Math.min(buffer.length, part.length() - done);
      int count = file.read(ByteBuffer.wrap(buffer, 0, wanted), part.first() + done);
      if (count <= 0) {
        throw new EOFException("the file has become shorter");
      }
      out.write(buffer, 0, count);
      done += count;
    }
  }
}
