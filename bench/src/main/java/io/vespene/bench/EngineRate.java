package io.vespene.bench;

import io.vespene.e2e.installation.ServerInstallation;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.RestClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * How many builds a second are claimed, acknowledged and finished through the server, beside the
 * same statements in pgbench; and whether that stays so when there is much history.
 */
final class EngineRate implements Measurement {
  private static final int WORKERS = 2;
  private static final int QUEUED = 10_000;
  private static final int OLD = 1_000_000;
  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final Duration MEASURED = Duration.ofSeconds(6);

  @Override
  public List<Figure> measure() {
    try (var installation = ServerInstallation.start()) {
      return measure(installation);
    }
  }

  private static List<Figure> measure(ServerInstallation installation) {
    Api api = installation.api();
    api.createPool("bench", Map.of("isolation", "none", "build_latest_only", false));
    api.createProject(
        "engine", "bench", "#!/bin/sh\n", Map.of("scm_type", "none", "max_running", 0));
    String token = api.poolToken("bench");
    RestClient anybody = new RestClient(installation.url(), "");
    List<WireWorker> workers =
        IntStream.range(0, WORKERS)
            .mapToObj(number -> WireWorker.join(anybody, token, "bench", "wire-" + number))
            .toList();
    var history = new History(installation.database(), api.start("engine"));
    workers.getFirst().passOne();

    history.queue(QUEUED);
    double floor = new EngineFloor(installation, workers.getFirst()).rate(WORKERS, MEASURED);
    history.queue(QUEUED);
    double fresh = rate(workers);
    history.end(OLD);
    history.queue(QUEUED);
    double grown = rate(workers);
    return List.of(
        new Figure("engine-builds", fresh, "builds/s", floor, new Goal.AtLeast(floor / 2)),
        new Figure(
            "engine-1M-old-builds", grown, "builds/s", fresh, new Goal.AtLeast(fresh / 1.2)));
  }

  private static double rate(List<WireWorker> workers) {
    var passed = new AtomicLong();
    long begin = System.nanoTime();
    long from = begin + WARM_UP.toNanos();
    long until = from + MEASURED.toNanos();
    List<Thread> threads =
        workers.stream()
            .map(worker -> Thread.ofVirtual().start(() -> work(worker, passed, from, until)))
            .toList();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return passed.get() * 1e9 / MEASURED.toNanos();
  }

  private static void work(WireWorker worker, AtomicLong passed, long from, long until) {
    for (long now = System.nanoTime(); now < until; now = System.nanoTime()) {
      if (!worker.passOne()) {
        throw new AssertionError("The queue ran empty while the engine was measured");
      }
      if (now >= from) {
        passed.incrementAndGet();
      }
    }
  }
}
