package io.vespene.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Removes expired sessions from the database, now and then, while the server runs. */
final class SessionCleanup implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(SessionCleanup.class);
  private static final Duration PERIOD = Duration.ofMinutes(5);

  private final JdbcIndexedSessionRepository sessions;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  SessionCleanup(JdbcIndexedSessionRepository sessions) {
    this.sessions = sessions;
    this.thread = Thread.ofVirtual().name("session-cleanup").unstarted(this::run);
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() {
    stopping.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }

  private void run() {
    try {
      while (!stopping.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
        clean();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void clean() {
    try {
      sessions.cleanUpExpiredSessions();
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).log("expired sessions could not be removed; will try again");
    }
  }
}
