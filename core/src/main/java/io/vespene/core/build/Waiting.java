package io.vespene.core.build;

import java.util.Optional;

/**
 * What a queued build waits for.
 *
 * @param takenBy the worker that is just taking it
 * @param held builds of its project that run or are being handed over
 * @param maxRunning how many of them there may be; 0 for any number
 * @param ahead builds before it in the queue of its pool; empty if there are too many to count
 * @param workers processes that serve the pool
 * @param takingWorkers those that are not draining
 */
record Waiting(
    String pool,
    Optional<String> takenBy,
    long held,
    int maxRunning,
    Optional<Long> ahead,
    int workers,
    int takingWorkers) {

  /** The first thing that must change before the build can run, in words. */
  String reason() {
    if (takenBy.isPresent()) {
      return "worker " + takenBy.get() + " is taking it";
    }
    if (workers == 0) {
      return "no worker is serving pool '" + pool + "'";
    }
    if (maxRunning > 0 && held >= maxRunning) {
      return held
          + (held == 1 ? " build of this project is" : " builds of this project are")
          + " running (max_running "
          + maxRunning
          + ")";
    }
    if (takingWorkers == 0) {
      return "all workers of pool '" + pool + "' are draining";
    }
    if (ahead.isEmpty()) {
      return "more than " + WaitingStore.MAX_COUNTED + " builds ahead in pool '" + pool + "'";
    }
    long before = ahead.get();
    return before > 0
        ? before + (before == 1 ? " build" : " builds") + " ahead in pool '" + pool + "'"
        : "next in line for a free slot in pool '" + pool + "'";
  }
}
