package io.vespene.worker.claim;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows how many more builds the worker may take, and when it has nothing more to do. */
final class WorkLimit {
  static final int DONE = 0;
  static final int NOTHING_TO_DO = 1;

  private static final Logger LOG = LoggerFactory.getLogger(WorkLimit.class);
  private static final Duration ONLY_BUILD_WAIT = Duration.ofSeconds(30);

  private final ClaimPlan plan;
  private int taken;
  private long idleSinceNanos = System.nanoTime();

  WorkLimit(ClaimPlan plan) {
    this.plan = plan;
  }

  /** How many builds may begin beside those that run. */
  int room(int freeSlots) {
    int most = plan.onlyBuild().isPresent() ? 1 : plan.maxBuilds().orElse(Integer.MAX_VALUE);
    return Math.min(freeSlots, most - taken);
  }

  void took() {
    taken++;
  }

  /** A build that was taken turned out to be another worker's. */
  void gaveBack() {
    taken--;
  }

  /** Something runs, or there was no server to give anything. */
  void busy() {
    idleSinceNanos = System.nanoTime();
  }

  /** Whether the worker, which runs nothing now, should end. */
  boolean isOver() {
    if (room(1) == 0) {
      return true;
    }
    Duration idle = Duration.ofNanos(System.nanoTime() - idleSinceNanos);
    if (plan.onlyBuild().isPresent()) {
      return idle.compareTo(plan.maxWait().orElse(ONLY_BUILD_WAIT)) > 0;
    }
    return plan.maxWait().isPresent() && idle.compareTo(plan.maxWait().get()) > 0;
  }

  /** The exit status of a worker that ends by itself. */
  int exitStatus() {
    if (plan.onlyBuild().isPresent() && taken == 0) {
      LOG.atError()
          .addKeyValue("build", plan.onlyBuild().get())
          .log("No server hands this build out: it does not exist, has run, or may not run now");
      return NOTHING_TO_DO;
    }
    return DONE;
  }
}
