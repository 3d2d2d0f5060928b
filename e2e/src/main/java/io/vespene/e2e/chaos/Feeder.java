package io.vespene.e2e.chaos;

import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.RestAnswer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks for builds, and for their end, as people do: now and then, with no guarantee of an answer.
 */
final class Feeder {
  private static final int EVERY_STUBBORN = 3;

  private final Api api;
  private final List<Long> started = new CopyOnWriteArrayList<>();
  private final Set<Long> stopAsked = ConcurrentHashMap.newKeySet();
  private final AtomicInteger unanswered = new AtomicInteger();

  Feeder(Api api) {
    this.api = api;
  }

  /** Starts builds, spread over a time. */
  void startAll(int builds, Duration time) throws InterruptedException {
    long begin = System.nanoTime();
    for (int i = 0; i < builds; i++) {
      long due = begin + time.toNanos() / builds * i;
      Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      start(i % EVERY_STUBBORN == 0 ? Arena.STUBBORN : Arena.STEADY);
    }
  }

  private void start(String project) {
    try {
      RestAnswer answer = api.rest().post("/api/v1/projects/" + project + "/builds", Map.of());
      if (answer.status() == 201) {
        started.add(answer.json().get("id").asLong());
        return;
      }
    } catch (UncheckedIOException _) {
      // The question or the answer is lost: nobody knows whether there is a build.
    }
    unanswered.incrementAndGet();
  }

  /** Stops one of the later builds. */
  void stopOne(int choice) {
    if (started.isEmpty()) {
      return;
    }
    int recent = Math.min(started.size(), 10);
    long build = started.get(started.size() - 1 - choice % recent);
    stopAsked.add(build);
    try {
      var _ = api.rest().post("/api/v1/builds/" + build + "/stop", Map.of());
    } catch (UncheckedIOException _) {
      // It may have been stopped all the same.
    }
  }

  /** Those whose start was answered: each must exist. */
  List<Long> started() {
    return List.copyOf(started);
  }

  Set<Long> stopAsked() {
    return Set.copyOf(stopAsked);
  }

  int unanswered() {
    return unanswered.get();
  }
}
