package io.vespene.worker.process;

import io.vespene.plugin.BuildProcesses;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.ProcessSignal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends processes until none is left: asks them, waits, then kills again and again.
 *
 * @param grace how long processes may take to end by themselves once they were asked
 * @param killLimit how long killing is repeated before it is given up
 */
public record EndProcesses(Duration grace, Duration killLimit) {
  private static final long FIRST_LOOK_MILLIS = 10;
  private static final long SLOWEST_LOOK_MILLIS = 200;

  /** Asks first. Whether nothing is left. */
  public boolean gently(BuildProcesses processes) throws InterruptedException {
    trySignal(processes, ProcessSignal.TERMINATE);
    return waitUntilGone(processes, grace) || atOnce(processes);
  }

  /**
   * Asks first, and waits for the one who leads the others.
   *
   * @param end of the leader
   * @param afterLeader called when the leader has ended, or has had its time
   */
  public boolean gently(BuildProcesses processes, CompletableFuture<?> end, Runnable afterLeader)
      throws InterruptedException {
    long start = System.nanoTime();
    trySignal(processes, ProcessSignal.TERMINATE);
    await(end);
    afterLeader.run();
    Duration left = grace.minusNanos(System.nanoTime() - start);
    return waitUntilGone(processes, left) || atOnce(processes);
  }

  private void await(CompletableFuture<?> end) throws InterruptedException {
    try {
      end.get(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // It does not do what it is asked.
    } catch (ExecutionException e) {
      throw new IllegalStateException("a process never ends by an exception", e);
    }
  }

  /** Kills without asking. Whether nothing is left. */
  public boolean atOnce(BuildProcesses processes) throws InterruptedException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < killLimit.toNanos()) {
      trySignal(processes, ProcessSignal.KILL);
      if (waitUntilGone(processes, Duration.ofMillis(SLOWEST_LOOK_MILLIS))) {
        return true;
      }
    }
    return false;
  }

  private static boolean waitUntilGone(BuildProcesses processes, Duration limit)
      throws InterruptedException {
    long start = System.nanoTime();
    long pause = FIRST_LOOK_MILLIS;
    while (!isGone(processes)) {
      long left = limit.toMillis() - (System.nanoTime() - start) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      Thread.sleep(Math.min(pause, left));
      pause = Math.min(pause * 2, SLOWEST_LOOK_MILLIS);
    }
    return true;
  }

  private static boolean isGone(BuildProcesses processes) {
    try {
      Set<Long> survivors = processes.survivors();
      return survivors.isEmpty();
    } catch (PluginFailure e) {
      // Not seeing anybody is no proof that nobody is there: it is tried again.
      return false;
    }
  }

  private static void trySignal(BuildProcesses processes, ProcessSignal signal) {
    try {
      processes.signal(signal);
    } catch (PluginFailure e) {
      // A machine full of processes refuses to start another; the next round may be luckier.
    }
  }
}
