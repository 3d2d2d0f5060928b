package io.vespene.core.worker;

import io.vespene.core.database.Database;
import io.vespene.protocol.worker.Poll;
import io.vespene.protocol.worker.PollAnswer;
import java.util.Optional;

/** Workers' polls: heartbeat, claim and control in one. */
public final class WorkerPolls implements AutoCloseable {
  private final Database database;

  public WorkerPolls(Database database) {
    this.database = database;
  }

  /**
   * Tells the worker what there is, and waits for something while there is nothing: at most as long
   * as it wishes and as the settings allow. Blocks the calling thread.
   *
   * @return empty if this process is not the registered one of this worker: it must register, or,
   *     when another took its place, end
   */
  public Optional<PollAnswer> poll(long worker, Poll poll) throws InterruptedException {
    return io.vespene.core.problem.Pending.yet(database, worker, poll);
  }

  /** Answers all held polls now, and later ones at once: this server is about to end. */
  @Override
  public void close() {}
}
