package io.vespene.worker.fileserving;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens files and directories without ever waiting long.
 *
 * <p>Opening a pipe waits until somebody writes to it. Pipes are recognised before, but a script
 * can put one in another's place in the very moment between. So everything is opened on threads
 * that may be left behind; when too many are, nothing is opened any more.
 */
final class Opener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Opener.class);
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final int MOST_LEFT_BEHIND = 32;

  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("opener-", 0).factory());
  private final AtomicInteger leftBehind = new AtomicInteger();

  /** How something is opened. */
  interface Opening<T> {
    T open() throws IOException;
  }

  /**
   * Opens something.
   *
   * @param rescue opens the same for writing too, which is what whoever waits at a pipe waits for
   */
  <T extends AutoCloseable> T open(Opening<T> opening, Opening<FileChannel> rescue)
      throws NothingThere, InterruptedException {
    if (leftBehind.get() >= MOST_LEFT_BEHIND) {
      throw new NothingThere("too many threads wait at pipes");
    }
    CompletableFuture<T> opened = CompletableFuture.supplyAsync(() -> openNow(opening), threads);
    try {
      return opened.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new NothingThere("it can't be opened: " + e.getCause());
    } catch (TimeoutException e) {
      leftBehind.incrementAndGet();
      var _ = opened.whenComplete((_, _) -> leftBehind.decrementAndGet());
      letGoOn(rescue);
      throw new NothingThere("opening it would wait");
    } finally {
      // Whatever opens after all is wanted by nobody any more.
      if (!opened.isDone()) {
        var _ = opened.thenAccept(Opener::discard);
      }
    }
  }

  private static <T> T openNow(Opening<T> opening) {
    try {
      return opening.open();
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private static void letGoOn(Opening<FileChannel> rescue) {
    try (FileChannel _ = rescue.open()) {
      LOG.atWarn().log("A pipe was put in a file's place while that was being opened");
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("A thread waits at a pipe that was put in a file's place");
    }
  }

  static void discard(AutoCloseable opened) {
    try {
      opened.close();
    } catch (Exception e) {
      LOG.atDebug().setCause(e).log("What was open could not be closed");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
