package io.vespene.e2e.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What goes wrong, and when: made from a seed before anything starts, so that a run can be
 * repeated.
 *
 * @param steps in the order of their time
 */
record FaultPlan(List<Step> steps) {
  private static final int MEAN_PAUSE_MILLIS = 1500;
  private static final Duration LONG_RUN = Duration.ofMinutes(5);
  private static final int SHORT_FREEZE_SECONDS = 20;
  private static final int LONG_FREEZE_SECONDS = 120;
  private static final int LONGEST_ABSENCE_SECONDS = 6;

  FaultPlan {
    steps = List.copyOf(steps);
  }

  /** At this time after the start, this happens. */
  record Step(Duration at, Fault fault) {}

  static FaultPlan of(ChaosOptions options, int servers) {
    var random = new Random(options.seed());
    var steps = new ArrayList<Step>();
    Duration at = pause(random);
    while (at.compareTo(options.time()) < 0) {
      steps.add(new Step(at, fault(random, options, servers)));
      at = at.plus(pause(random));
    }
    return new FaultPlan(steps);
  }

  private static Duration pause(Random random) {
    return Duration.ofMillis((long) (-Math.log(1 - random.nextDouble()) * MEAN_PAUSE_MILLIS));
  }

  private static Fault fault(Random random, ChaosOptions options, int servers) {
    int worker = random.nextInt(options.workers());
    int server = random.nextInt(servers);
    int kind = random.nextInt(100);
    if (kind < 25) {
      return new Fault.WorkerDies(
          worker, Duration.ofSeconds(random.nextInt(LONGEST_ABSENCE_SECONDS + 1)));
    }
    if (kind < 45) {
      boolean isLong = options.time().compareTo(LONG_RUN) >= 0;
      int most = isLong ? LONG_FREEZE_SECONDS : SHORT_FREEZE_SECONDS;
      return new Fault.WorkerFreezes(worker, Duration.ofMillis(random.nextInt(most * 1000)));
    }
    if (kind < 75) {
      return new Fault.ConnectionsAreCut();
    }
    if (kind < 90) {
      return new Fault.BuildIsStopped(random.nextInt(Integer.MAX_VALUE));
    }
    if (kind < 94) {
      return new Fault.ServerRestarts(server);
    }
    return kind < 98 ? new Fault.ServerDies(server) : new Fault.DatabaseCrashes();
  }
}
