package io.vespene.core.database;

import java.time.Duration;
import java.util.Set;

/**
 * Tells waiting threads that it is worth looking at the database again.
 *
 * <p>A wake-up may come without need and may, when a connection breaks, come late. So whoever waits
 * looks again at least every {@link #SLOW_POLL} and takes nothing but the database's word.
 */
public final class Wakeups implements AutoCloseable {
  /** How long a waiting thread relies on wake-ups alone. */
  public static final Duration SLOW_POLL = Duration.ofSeconds(5);

  /** One thread's interest in some topics. Not safe for use by several threads. */
  public interface Listener extends AutoCloseable {
    /**
     * Waits until one of the topics is signalled, or was since the last call.
     *
     * @return false if nothing was signalled in this time
     */
    boolean await(Duration atMost) throws InterruptedException;

    @Override
    void close();
  }

  /** Begins to listen; look at the database after this call, not before. */
  public Listener listen(Set<Topic> topics) {
    return io.vespene.core.problem.Pending.yet(topics);
  }

  /** Wakes the listeners of this server only. */
  public void signalHere(Topic topic) {
    io.vespene.core.problem.Pending.yet(topic);
  }

  @Override
  public void close() {}
}
