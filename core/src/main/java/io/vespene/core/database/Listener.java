package io.vespene.core.database;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One thread's interest in some topics. Close it when done. */
public final class Listener implements AutoCloseable {
  private final Listeners listeners;
  private final Set<Topic> topics;
  private final Semaphore signals = new Semaphore(0);

  Listener(Listeners listeners, Set<Topic> topics) {
    this.listeners = listeners;
    this.topics = Set.copyOf(topics);
  }

  /**
   * Waits until one of the topics is signalled, or was since the last call.
   *
   * @return false if nothing was signalled in this time
   */
  public boolean await(Duration atMost) throws InterruptedException {
    boolean signalled = signals.tryAcquire(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
    signals.drainPermits();
    return signalled;
  }

  /** Ends the present or next wait, whatever the topics. */
  public void wake() {
    signals.release();
  }

  /** No more signals come. One that came and was not waited for goes to another listener. */
  @Override
  public void close() {
    listeners.remove(this);
    if (signals.drainPermits() > 0) {
      topics.stream().filter(Topic::wakesOne).forEach(listeners::signal);
    }
  }

  Set<Topic> topics() {
    return topics;
  }
}
