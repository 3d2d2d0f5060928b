package io.vespene.server.live;

import io.vespene.core.database.Listener;
import java.io.IOException;
import java.time.Duration;

/** When a stream looks again, and when it ends. */
final class Pace {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** Between two looks, so that a script that prints a lot does not flood its viewers. */
  private static final Duration REST = Duration.ofMillis(50);

  private final Closing closing;
  private final Listener listener;
  private final EventStream stream;
  private final long startNanos = System.nanoTime();
  private long heartbeatNanos = startNanos;

  Pace(Closing closing, Listener listener, EventStream stream) {
    this.closing = closing;
    this.listener = listener;
    this.stream = stream;
  }

  /**
   * Waits until there may be something new.
   *
   * @param atMost look again after this long even without a wake-up
   * @return false when the stream is to end
   */
  boolean next(Duration atMost) throws InterruptedException, IOException {
    Thread.sleep(REST);
    listener.await(atMost);
    long now = System.nanoTime();
    if (now - heartbeatNanos > HEARTBEAT.toNanos()) {
      heartbeatNanos = now;
      stream.heartbeat();
    }
    return !closing.isClosing() && now - startNanos < LIFE.toNanos();
  }
}
