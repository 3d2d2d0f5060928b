package io.vespene.worker.retention;

import io.vespene.protocol.worker.DirectoryQuestion;
import io.vespene.worker.server.ServerConnection;
import io.vespene.worker.server.ServerFailure;
import io.vespene.worker.sweep.KeptDirectories;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the servers from time to time which directories of builds may go, and removes these.
 *
 * <p>The worker asks, so one that was away for long catches up by itself.
 */
public final class RemoveExpired implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RemoveExpired.class);

  private final KeptDirectories kept;
  private final ServerConnection server;
  private final Duration pause;
  private Thread thread = Thread.ofVirtual().unstarted(() -> {});

  /**
   * @param pause how long from one question to the next
   */
  public RemoveExpired(KeptDirectories kept, ServerConnection server, Duration pause) {
    this.kept = kept;
    this.server = server;
    this.pause = pause;
  }

  /** Begins, and goes on until {@link #close}. */
  public void start() {
    thread = Thread.ofVirtual().name("remove-expired").start(this::removeAgainAndAgain);
  }

  private void removeAgainAndAgain() {
    try {
      while (true) {
        Thread.sleep(pause);
        removeAll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void removeAll() throws InterruptedException {
    try {
      List<Long> builds = kept.idle();
      for (int from = 0; from < builds.size(); from += DirectoryQuestion.MOST) {
        int to = Math.min(from + DirectoryQuestion.MOST, builds.size());
        server.expiredDirectories(builds.subList(from, to)).forEach(this::remove);
      }
    } catch (ServerFailure e) {
      LOG.atDebug().setCause(e).log("No server says which directories may go; asking again later");
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("The directories of earlier builds can't be listed");
    }
  }

  private void remove(long build) {
    try {
      kept.remove(build);
      LOG.atInfo().addKeyValue("build", build).log("Removed the directory of an old build");
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("build", build)
          .setCause(e)
          .log("The directory of an old build can't be removed");
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
