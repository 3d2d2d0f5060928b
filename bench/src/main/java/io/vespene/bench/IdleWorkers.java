package io.vespene.bench;

import io.vespene.e2e.installation.ServerInstallation;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.RestClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** How much of one processor a server needs to keep a thousand idle workers waiting. */
final class IdleWorkers implements Measurement {
  private static final int WORKERS = 1000;
  private static final Duration SETTLED = Duration.ofSeconds(25);
  private static final Duration MEASURED = Duration.ofSeconds(20);

  @Override
  public List<Figure> measure() {
    try (var installation = ServerInstallation.start()) {
      Api api = installation.api();
      api.createPool("bench", Map.of("isolation", "none"));
      String token = api.poolToken("bench");
      RestClient anybody = new RestClient(installation.url(), "");
      var threads = new ArrayList<Thread>();
      var over = new AtomicBoolean();
      for (int number = 0; number < WORKERS; number++) {
        WireWorker worker = WireWorker.join(anybody, token, "bench", "idle-" + number);
        threads.add(Thread.ofVirtual().start(() -> idle(worker, over)));
      }
      LockSupport.parkNanos(SETTLED.toNanos());
      double share = share(installation.server().process().pid());
      over.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
      return List.of(
          new Figure(
              "idle-1000-workers", share, "% of core", Figure.NO_FLOOR, new Goal.AtMost(10)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void idle(WireWorker worker, AtomicBoolean over) {
    while (!over.get()) {
      worker.poll();
    }
  }

  private static double share(long pid) {
    Duration before = processorTime(pid);
    long begin = System.nanoTime();
    LockSupport.parkNanos(MEASURED.toNanos());
    long used = processorTime(pid).minus(before).toNanos();
    return used * 100.0 / (System.nanoTime() - begin);
  }

  private static Duration processorTime(long pid) {
    return ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow();
  }
}
