package io.vespene.core.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on a connection of its own and passes on what it hears.
 *
 * <p>A connection can be dead without saying so, after a fail-over for instance. So it is asked
 * something whenever it was silent for a while, and a new one is made when no answer comes. What
 * was sent in between is lost, hence all listeners are woken then.
 */
final class NotificationThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationThread.class);
  private static final int SILENCE_MILLIS = 2_000;
  private static final Duration RECONNECT_PAUSE = Duration.ofMillis(500);

  private final ConnectionAddress address;
  private final Listeners listeners;
  private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
  private volatile boolean closed;

  NotificationThread(ConnectionAddress address, Listeners listeners) {
    this.address = address;
    this.listeners = listeners;
  }

  void start() {
    Thread fresh = Thread.ofVirtual().name("wake-ups").unstarted(this::listenUntilClosed);
    if (!closed && thread.compareAndSet(null, fresh)) {
      fresh.start();
    }
  }

  private void listenUntilClosed() {
    boolean reported = false;
    while (!closed) {
      try (Connection connection = connect()) {
        listeners.signalAll();
        if (reported) {
          LOG.info("wake-ups are heard again");
          reported = false;
        }
        pass(connection);
      } catch (SQLException e) {
        if (!closed && !reported) {
          LOG.warn("no wake-ups from the database, looking every few seconds instead", e);
          reported = true;
        }
        pause();
      }
    }
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    address.user().ifPresent(user -> properties.setProperty("user", user));
    address.password().ifPresent(password -> properties.setProperty("password", password));
    properties.setProperty("ApplicationName", "vespene wake-ups");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "5");
    // Also limits how long the answer to a probe may take.
    properties.setProperty("socketTimeout", "5");
    Connection connection = DriverManager.getConnection(address.jdbcUrl(), properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + Wakeups.CHANNEL);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private void pass(Connection connection) throws SQLException {
    PGConnection notifications = connection.unwrap(PGConnection.class);
    while (!closed) {
      PGNotification[] heard = notifications.getNotifications(SILENCE_MILLIS);
      if (heard == null || heard.length == 0) {
        probe(connection);
      } else {
        for (PGNotification notification : heard) {
          listeners.signal(new Topic(notification.getParameter()));
        }
      }
    }
  }

  private static void probe(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    }
  }

  private void pause() {
    try {
      Thread.sleep(RECONNECT_PAUSE);
    } catch (InterruptedException e) {
      // Only close() interrupts, and the loop ends then.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    Thread running = thread.get();
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      running.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
