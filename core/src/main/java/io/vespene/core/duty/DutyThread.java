package io.vespene.core.duty;

import io.vespene.core.database.AdvisoryLock;
import io.vespene.core.database.Database;
import io.vespene.core.problem.Unavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one duty until it is closed, whatever goes wrong. */
final class DutyThread {
  private static final Logger LOG = LoggerFactory.getLogger(DutyThread.class);

  private final Database database;
  private final Duty duty;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  DutyThread(Database database, Duty duty) {
    this.database = database;
    this.duty = duty;
    thread = Thread.ofVirtual().name("duty " + duty.name()).start(this::doUntilClosed);
  }

  private void doUntilClosed() {
    try {
      while (!closing.await(duty.every().toNanos(), TimeUnit.NANOSECONDS)) {
        doOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void doOnce() {
    try {
      // A server that comes a little late has not been away.
      Duration pause = duty.every().multipliedBy(3).plusSeconds(1);
      new AdvisoryLock(database, "duty " + duty.name())
          .tryWith(handle ->
              new DutyStore(handle)
                  .record(duty.name(), duty.every(), pause)
                  .ifPresent(duty.work()));
    } catch (Unavailable e) {
      LOG.atDebug().addKeyValue("duty", duty.name()).setCause(e).log("duty put off");
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("duty", duty.name()).setCause(e).log("duty failed");
    }
  }

  /** Asks for the end; what is being done just now is done to its end. */
  void end() {
    closing.countDown();
  }

  void join() {
    try {
      thread.join(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
