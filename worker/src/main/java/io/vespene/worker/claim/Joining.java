package io.vespene.worker.claim;

import java.time.Duration;
import java.util.function.Consumer;

/** Joins the servers beside everything else, as often as that is needed. Used by one thread. */
final class Joining {
  private final Membership membership;
  private final Consumer<ClaimEvent> inbox;
  private Thread thread = Thread.ofVirtual().unstarted(() -> {});
  private boolean underWay;

  Joining(Membership membership, Consumer<ClaimEvent> inbox) {
    this.membership = membership;
    this.inbox = inbox;
  }

  /** Joins after a while, unless that is already under way. */
  void begin(Duration delay) {
    if (!underWay) {
      underWay = true;
      thread = Thread.ofVirtual().name("membership").start(() -> join(delay));
    }
  }

  /** Call when the event has been heard. */
  void done() {
    underWay = false;
  }

  void stop() {
    thread.interrupt();
  }

  private void join(Duration delay) {
    try {
      Thread.sleep(delay);
      inbox.accept(new ClaimEvent.Joined(membership.join()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
