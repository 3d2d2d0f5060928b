package io.vespene.server.live;

import io.vespene.core.database.Topic;
import io.vespene.core.database.Wakeups;
import io.vespene.core.problem.Unavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps the {@link ChangeFeed} current: one look for all viewers of this server. */
final class ChangeWatch implements SmartLifecycle {
  /** Signalled when the feed has something new. */
  static final Topic TOPIC = new Topic("live:changes");

  private static final Logger log = LoggerFactory.getLogger(ChangeWatch.class);
  private static final Duration PERIOD = Duration.ofMillis(300);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final ChangeFeed feed;
  private final Wakeups wakeups;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  ChangeWatch(ChangeFeed feed, Wakeups wakeups) {
    this.feed = feed;
    this.wakeups = wakeups;
    this.thread = Thread.ofVirtual().name("change-watch").unstarted(this::run);
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
      Duration wait = PERIOD;
      while (!stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        wait = look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration look() {
    try {
      if (feed.refresh()) {
        wakeups.signalHere(TOPIC);
      }
      return PERIOD;
    } catch (Unavailable e) {
      log.debug("changes of builds can't be read just now", e);
      return PAUSE;
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("changes of builds can't be read");
      return PAUSE;
    }
  }
}
