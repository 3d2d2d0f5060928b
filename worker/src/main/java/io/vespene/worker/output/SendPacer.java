package io.vespene.worker.output;

import java.time.Duration;

/**
 * Decides when what was written is due to be sent: 100 ms after the first of it, at once when it is
 * much. Not for several threads.
 */
final class SendPacer {
  private static final Duration LONGEST_WAIT = Duration.ofMillis(100);
  private static final long MUCH_BYTES = 256 * 1024;

  private boolean waiting;
  private boolean overdue;
  private long sinceNanos;

  /** Something was written; whether the sender should look whether anything is due now. */
  boolean written(long unsentBytes) {
    boolean first = !waiting;
    if (first) {
      waiting = true;
      sinceNanos = System.nanoTime();
    }
    return first || unsentBytes >= MUCH_BYTES;
  }

  /** What was handed out did not arrive. */
  void failed() {
    overdue = true;
  }

  /** All that was written is handed out now. */
  void handedOut() {
    waiting = false;
    overdue = false;
  }

  boolean isDue(long unsentBytes) {
    return (overdue && unsentBytes > 0)
        || unsentBytes >= MUCH_BYTES
        || (waiting && left().isZero());
  }

  /** Whether anything will be due after {@link #left}. */
  boolean isWaiting() {
    return waiting;
  }

  Duration left() {
    Duration left = LONGEST_WAIT.minus(Duration.ofNanos(System.nanoTime() - sinceNanos));
    return left.isNegative() ? Duration.ZERO : left;
  }
}
