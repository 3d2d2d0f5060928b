package io.vespene.core.worker;

import io.vespene.core.build.Handover;
import io.vespene.core.database.Database;
import io.vespene.core.database.Wakeups;
import io.vespene.protocol.worker.Poll;
import io.vespene.protocol.worker.PollAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Workers' polls: heartbeat, claim and control in one. */
public final class WorkerPolls implements AutoCloseable {
  private final PollDesk desk;
  private final Set<HeldPoll> held = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Wires it.
   *
   * @param hold how long a poll is held at most
   */
  public WorkerPolls(Database database, Wakeups wakeups, Handover handover, Duration hold) {
    desk = new PollDesk(database, wakeups, handover, new PollMemory(), hold);
  }

  /**
   * Tells the worker what there is, and waits for something while there is nothing: at most as long
   * as it wishes and as the settings allow. Blocks the calling thread.
   *
   * @return empty if this process is not the registered one of this worker: it must register, or,
   *     when another took its place, end
   * @throws io.vespene.core.problem.InvalidInput if its address can't be one
   */
  public Optional<PollAnswer> poll(long worker, Poll poll) throws InterruptedException {
    poll.address().ifPresent(RegistrationRules::check);
    var mine = new HeldPoll(desk, worker, poll);
    held.add(mine);
    try {
      if (closed) {
        mine.wakeClosing();
      }
      return mine.answer();
    } finally {
      held.remove(mine);
    }
  }

  /** Answers all held polls now, and later ones at once: this server is about to end. */
  @Override
  public void close() {
    closed = true;
    held.forEach(HeldPoll::wakeClosing);
  }
}
