package io.vespene.worker.output;

import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.HeldBuild;
import io.vespene.protocol.worker.Outcome;
import io.vespene.worker.server.Backoff;
import io.vespene.worker.server.BuildLost;
import io.vespene.worker.server.RequestRefused;
import io.vespene.worker.server.ServerConnection;
import io.vespene.worker.server.ServerFailure;
import io.vespene.worker.server.ServerUnreachable;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one build's log and then its end to the server, in order and however often it takes.
 *
 * <p>Runs on a thread of its own from {@link #start} until the server has everything or says that
 * the build is another's.
 */
public final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final int MAX_POST_BYTES = 1024 * 1024;

  private final ServerConnection server;
  private final HeldBuild held;
  private final BuildLog log;
  private final Backoff backoff;
  private final CompletableFuture<BuildReport> report = new CompletableFuture<>();
  private final CompletableFuture<DeliveryEnd> over = new CompletableFuture<>();

  private Delivery(ServerConnection server, HeldBuild held, BuildLog log) {
    this.server = server;
    this.held = held;
    this.log = log;
    this.backoff = new Backoff(server.servers());
  }

  /** Begins to send; ends by itself when all is delivered, or when the thread is interrupted. */
  public static Delivery start(ServerConnection server, HeldBuild held, BuildLog log) {
    var delivery = new Delivery(server, held, log);
    var _ = Thread.ofVirtual().name("delivery-" + held.build()).start(delivery::deliverAndTell);
    return delivery;
  }

  /** Tells how the build ended; its log must have ended before. */
  public void finish(BuildReport whole) {
    report.complete(whole);
  }

  /** Complete when the server has everything, or wants nothing more. */
  public CompletableFuture<DeliveryEnd> whenOver() {
    return over.copy();
  }

  /** Gives up. */
  public void abandon() {
    over.complete(new DeliveryEnd.Lost("given up"));
    report.complete(new BuildReport(BuildEnd.of(Outcome.ABORTED, "given up"), List.of()));
    log.end();
  }

  private void deliverAndTell() {
    try {
      over.complete(deliver());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      over.complete(new DeliveryEnd.Lost("interrupted"));
    } catch (RuntimeException | ExecutionException e) {
      LOG.atError()
          .addKeyValue("build", held.build())
          .setCause(e)
          .log("Delivering a build's report failed");
      over.complete(new DeliveryEnd.Lost("failed"));
    }
  }

  private DeliveryEnd deliver() throws InterruptedException, ExecutionException {
    try {
      byte[] lastFrames = sendLog();
      return sendEnd(report.get(), lastFrames);
    } catch (BuildLost e) {
      return new DeliveryEnd.Lost(String.valueOf(e.getMessage()));
    } catch (RequestRefused e) {
      LOG.atError()
          .addKeyValue("build", held.build())
          .addKeyValue("status", e.status())
          .addKeyValue("cause", e.getMessage())
          .log("The server takes no report of this build");
      return new DeliveryEnd.Lost(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Sends the log until it has ended. The last frames, if they are short, are left to go with the
   * build's end, which spares a request.
   *
   * @return those frames, perhaps none
   */
  private byte[] sendLog() throws BuildLost, RequestRefused, InterruptedException {
    try {
      byte[] frames = log.awaitFrames(MAX_POST_BYTES);
      while (frames.length > 0 && !over.isDone()) {
        if (frames.length <= Finish.MAX_LAST_FRAMES_BYTES && log.isEndedWith(frames.length)) {
          return frames;
        }
        post(frames);
        frames = log.awaitFrames(MAX_POST_BYTES);
      }
    } catch (IOException e) {
      // What the spool has lost nobody can send: the end is told with what the server has.
      LOG.atError()
          .addKeyValue("build", held.build())
          .setCause(e)
          .log("The spool of a build can't be read");
    }
    return new byte[0];
  }

  private void post(byte[] frames)
      throws IOException, BuildLost, RequestRefused, InterruptedException {
    try {
      log.storedBefore(server.appendLog(held, frames).nextSequence());
      backoff.reset();
    } catch (ServerFailure e) {
      waitAfter(e);
      log.notStored();
    }
  }

  private DeliveryEnd sendEnd(BuildReport whole, byte[] unsentFrames)
      throws BuildLost, RequestRefused, InterruptedException {
    byte[] lastFrames = unsentFrames;
    while (!over.isDone()) {
      try {
        return new DeliveryEnd.Delivered(server.finish(held, finish(whole, lastFrames)).status());
      } catch (ServerFailure e) {
        waitAfter(e);
        lastFrames = sendAgainWhatIsMissing();
      }
    }
    return new DeliveryEnd.Lost("given up");
  }

  private Finish finish(BuildReport whole, byte[] lastFrames) {
    boolean none = lastFrames.length == 0;
    return new Finish(
        server.processId(),
        held.epoch(),
        whole.end().outcome(),
        whole.end().exitCode(),
        whole.end().reason(),
        whole.end().outputVariables(),
        whole.triggerOutcomes(),
        none ? log.unsentSequence() : log.nextSequence(),
        none ? Optional.empty() : Optional.of(Base64.getEncoder().encodeToString(lastFrames)));
  }

  /**
   * A server that crashed may have lost the last of the log, and takes no end before it has that.
   */
  private byte[] sendAgainWhatIsMissing() throws BuildLost, RequestRefused, InterruptedException {
    try {
      post(new byte[0]);
      return sendLog();
    } catch (IOException e) {
      throw new IllegalStateException("the server asks for a frame that never was", e);
    }
  }

  private void waitAfter(ServerFailure failure)
      throws BuildLost, RequestRefused, InterruptedException {
    switch (failure) {
      case BuildLost lost -> throw lost;
      case RequestRefused refused -> {
        // A credential that is not known now may be renewed; anything else stays as it is.
        if (!refused.isUnauthorized()) {
          throw refused;
        }
      }
      case ServerUnreachable _ -> {
        // The next try may find another server.
      }
    }
    Thread.sleep(backoff.next());
  }
}
