package io.vespene.worker.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Carries a stream of a process to a sink until it ends.
 *
 * <p>On a platform thread: reading from a pipe blocks the thread that carries a virtual one, and
 * there are only as many of those as processors.
 */
public final class StreamPump {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream stream;
  private final Thread thread;

  private StreamPump(InputStream stream, Thread thread) {
    this.stream = stream;
    this.thread = thread;
  }

  /** Starts pumping. */
  public static StreamPump start(String name, InputStream stream, OutputSink sink) {
    Thread thread = Thread.ofPlatform().name(name).daemon().start(() -> pump(stream, sink));
    return new StreamPump(stream, thread);
  }

  /**
   * Waits for the stream's end; after the limit it is closed, whoever still holds its other end.
   */
  public void finish(Duration limit) throws InterruptedException {
    if (!thread.join(limit)) {
      try {
        stream.close();
      } catch (IOException e) {
        // It is not read any more in any case.
      }
      thread.join(limit);
    }
  }

  private static void pump(InputStream stream, OutputSink sink) {
    var buffer = new byte[BUFFER_BYTES];
    try (stream) {
      for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
        sink.accept(buffer, 0, length);
      }
    } catch (IOException e) {
      // The process is gone and its stream was closed under the reader: that is its end too.
    }
  }
}
