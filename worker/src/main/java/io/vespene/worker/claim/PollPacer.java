package io.vespene.worker.claim;

import io.vespene.worker.server.Backoff;
import java.time.Duration;

/**
 * Decides when the next poll is sent: as soon as there is something to say, or the last one was
 * answered; later when servers fail, or when they repeat what is already being done.
 */
final class PollPacer {
  private static final Duration PAUSE_AFTER_NOTHING_NEW = Duration.ofMillis(250);
  private static final Duration QUICK = Duration.ofMillis(100);
  private static final Duration PAUSE_WHEN_FULL = Duration.ofMillis(50);

  private final Backoff backoff;
  private boolean onItsWay;
  private boolean changed = true;
  private long latest;
  private long sentAtNanos;
  private long notBeforeNanos = System.nanoTime();

  PollPacer(Backoff backoff) {
    this.backoff = backoff;
  }

  /** There is something new to say. */
  void changed() {
    changed = true;
  }

  void sent(long poll) {
    latest = poll;
    onItsWay = true;
    changed = false;
    sentAtNanos = System.nanoTime();
  }

  boolean isLatest(long poll) {
    return poll == latest;
  }

  /**
   * A poll was answered.
   *
   * @param anythingNew whether the answer led to anything
   * @param full whether no more builds are wanted now: nothing but orders can come then, which may
   *     take a moment, and a short build is over before
   */
  void answered(long poll, boolean anythingNew, boolean full) {
    backoff.reset();
    if (isLatest(poll)) {
      onItsWay = false;
      boolean quick = System.nanoTime() - sentAtNanos < QUICK.toNanos();
      if (quick && !anythingNew) {
        wait(PAUSE_AFTER_NOTHING_NEW);
      } else {
        wait(full ? PAUSE_WHEN_FULL : Duration.ZERO);
      }
    }
  }

  /** A poll came to nothing; how often in a row that happened. */
  int failed(long poll) {
    if (isLatest(poll)) {
      onItsWay = false;
      // Whatever has changed can wait until a server is there to hear it.
      changed = false;
      wait(backoff.next());
    }
    return backoff.failures();
  }

  private void wait(Duration pause) {
    notBeforeNanos = System.nanoTime() + pause.toNanos();
  }

  /** How long until the next poll is to be sent; zero when now; the limit when none is due. */
  Duration untilDue(Duration limit) {
    if (changed && backoff.failures() == 0) {
      return Duration.ZERO;
    }
    if (onItsWay) {
      return limit;
    }
    Duration left = Duration.ofNanos(Math.max(0, notBeforeNanos - System.nanoTime()));
    return left.compareTo(limit) < 0 ? left : limit;
  }
}
