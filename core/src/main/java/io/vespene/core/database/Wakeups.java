package io.vespene.core.database;

import java.time.Duration;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Tells waiting threads that it is worth looking at the database again.
 *
 * <p>A wake-up may come without need and may, when a connection breaks, come late. So whoever waits
 * looks again at least every {@link #SLOW_POLL} and takes nothing but the database's word.
 */
public final class Wakeups implements AutoCloseable {
  /** How long a waiting thread relies on wake-ups alone. */
  public static final Duration SLOW_POLL = Duration.ofSeconds(5);

  static final String CHANNEL = "vespene";

  private final Listeners listeners = new Listeners();
  private final NotificationThread thread;

  public Wakeups(Database database) {
    thread = new NotificationThread(database.address(), listeners);
  }

  /** Wakes listeners on all servers when the transaction is committed. */
  public static void send(Handle handle, Topic topic) {
    handle
        .createQuery("SELECT pg_notify(:channel, :topic)::text")
        .bind("channel", CHANNEL)
        .bind("topic", topic.text())
        .mapTo(String.class)
        .one();
  }

  /** Begins to hear what other programs send. Before, only this program's own signals are heard. */
  public void start() {
    thread.start();
  }

  /** Begins to listen; look at the database after this call, not before. */
  public Listener listen(Set<Topic> topics) {
    return listeners.add(topics);
  }

  /** Wakes the listeners of this server only. */
  public void signalHere(Topic topic) {
    listeners.signal(topic);
  }

  @Override
  public void close() {
    thread.close();
    listeners.signalAll();
  }
}
