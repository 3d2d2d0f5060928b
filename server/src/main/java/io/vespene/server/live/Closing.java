package io.vespene.server.live;

import io.vespene.core.database.Topic;
import io.vespene.core.database.Wakeups;
import io.vespene.core.worker.WorkerPolls;
import org.springframework.context.SmartLifecycle;

/** Ends everything that is held open as soon as the server is asked to stop. */
final class Closing implements SmartLifecycle {
  /** Signalled when the server is about to stop. */
  static final Topic TOPIC = new Topic("live:closing");

  private final WorkerPolls polls;
  private final Wakeups wakeups;
  private volatile boolean running;
  private volatile boolean closing;

  Closing(WorkerPolls polls, Wakeups wakeups) {
    this.polls = polls;
    this.wakeups = wakeups;
  }

  boolean isClosing() {
    return closing;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    closing = true;
    running = false;
    polls.close();
    wakeups.signalHere(TOPIC);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server waits for its requests to end. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
