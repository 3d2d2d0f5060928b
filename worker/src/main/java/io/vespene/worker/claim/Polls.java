package io.vespene.worker.claim;

import io.vespene.protocol.worker.Poll;
import io.vespene.worker.server.ServerConnection;
import io.vespene.worker.server.ServerFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls on the way, each on a thread of its own.
 *
 * <p>A newer poll overtakes an older one: the server answers that at once, and its connection can
 * be used again. Only when many are overdue the oldest is broken off. Used by one thread.
 */
final class Polls {
  private static final Logger LOG = LoggerFactory.getLogger(Polls.class);
  private static final int MOST_AT_ONCE = 4;

  private final ServerConnection server;
  private final Consumer<ClaimEvent> inbox;
  private final Deque<Thread> threads = new ArrayDeque<>();
  private long count;

  Polls(ServerConnection server, Consumer<ClaimEvent> inbox) {
    this.server = server;
    this.inbox = inbox;
  }

  /** Sends a poll, whose end will be an event; its number. */
  long send(Poll poll) {
    long number = ++count;
    threads.removeIf(thread -> !thread.isAlive());
    if (threads.size() >= MOST_AT_ONCE) {
      threads.removeFirst().interrupt();
    }
    threads.addLast(Thread.ofVirtual().name("poll-" + number).start(() -> ask(number, poll)));
    return number;
  }

  /** Breaks off whatever is on the way. */
  void stop() {
    threads.forEach(Thread::interrupt);
  }

  private void ask(long number, Poll poll) {
    try {
      inbox.accept(new ClaimEvent.Answered(number, server.poll(poll)));
    } catch (ServerFailure e) {
      inbox.accept(new ClaimEvent.PollFailed(number, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.atDebug().addKeyValue("poll", number).log("Poll broken off");
    }
  }
}
