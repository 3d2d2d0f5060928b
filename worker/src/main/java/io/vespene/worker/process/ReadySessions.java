package io.vespene.worker.process;

import io.vespene.plugin.CommandNotStarted;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one session ready for the next build. Safe for use by several threads. */
public final class ReadySessions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadySessions.class);

  private final SessionStarter starter;
  private final HostEnvironment host;
  private Optional<ReadySession> next = Optional.empty();
  private boolean closed;

  public ReadySessions(SessionStarter starter, HostEnvironment host) {
    this.starter = starter;
    this.host = host;
  }

  /** The one that is ready; when there is none, one that begins when it is needed. */
  public synchronized ReadySession take() {
    Optional<ReadySession> ready = next.filter(ReadySession::isReady);
    if (ready.isEmpty()) {
      next.ifPresent(ReadySession::close);
    }
    next = Optional.empty();
    return ready.orElseGet(this::fresh);
  }

  /** Begins the next one, beside everything else, unless there is one. */
  public void prepare() {
    var _ = Thread.ofVirtual().name("next-session").start(this::beginNext);
  }

  /** Returns when there is one, or none can be begun. */
  synchronized void beginNext() {
    if (closed || next.isPresent()) {
      return;
    }
    ReadySession session = fresh();
    try {
      session.begin();
      next = Optional.of(session);
    } catch (CommandNotStarted e) {
      // A build that finds none ready tries again, and says why it can't.
      session.close();
      LOG.atDebug().setCause(e).log("No session can be begun in advance just now");
    }
  }

  private ReadySession fresh() {
    return new ReadySession(starter, host);
  }

  @Override
  public synchronized void close() {
    closed = true;
    next.ifPresent(ReadySession::close);
    next = Optional.empty();
  }
}
