package io.vespene.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Measures the same thing several times. */
final class Repeated {
  private Repeated() {}

  /** Returns the middle one of some odd number of durations, in milliseconds. */
  static double medianMillis(int times, Supplier<Duration> measurement) {
    List<Duration> sorted = Stream.generate(measurement).limit(times).sorted().toList();
    return sorted.get(times / 2).toNanos() / 1e6;
  }

  /** Returns how long something takes. */
  static Duration time(Runnable action) {
    long begin = System.nanoTime();
    action.run();
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
