package io.vespene.cli.up;

import io.vespene.cli.service.WorkerOptions;
import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.worker.WorkerProgram;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The worker inside {@code up}. It joins and talks over loopback like any other. */
final class LocalWorker implements AutoCloseable {
  private static final int SLOTS = 2;
  private static final int DRAIN_SECONDS = 5;

  private final WorkerProgram program;
  private final CountDownLatch hurry;

  private LocalWorker(WorkerProgram program, CountDownLatch hurry) {
    this.program = program;
    this.hurry = hurry;
  }

  /**
   * Starts it.
   *
   * @param hurry at zero, closing no longer waits for builds
   */
  static LocalWorker start(
      EffectiveSettings settings,
      Optional<String> token,
      Map<String, String> environment,
      String version,
      CountDownLatch hurry)
      throws IOException {
    var options =
        new WorkerOptions(
            List.of("general"),
            token.stream().toList(),
            Optional.of("local"),
            SLOTS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new LocalWorker(
        WorkerProgram.start(options.with(settings, environment, version)), hurry);
  }

  /**
   * Gives running builds a few seconds to end, then aborts them, and waits for the worker's end.
   */
  @Override
  public void close() {
    program.drain();
    var ended = new CountDownLatch(1);
    Thread waiting = Thread.ofVirtual().name("worker-end").start(() -> await(ended));
    try {
      for (int tenths = 0; tenths < DRAIN_SECONDS * 10; tenths++) {
        if (ended.await(100, TimeUnit.MILLISECONDS) || hurry.getCount() == 0) {
          break;
        }
      }
      if (ended.getCount() > 0) {
        program.abort();
      }
      waiting.join();
    } catch (InterruptedException e) {
      program.abort();
      Thread.currentThread().interrupt();
    }
  }

  private void await(CountDownLatch ended) {
    try {
      program.join();
      ended.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
