package io.vespene.worker.process;

import java.time.Duration;

/**
 * The process before which none of a build was started.
 *
 * <p>Process ids ascend up to the greatest, and then from the start again. In a short while a
 * system can't use up very many of them, so for a short build all that have a smaller id need not
 * even be looked at. That makes the end of a short build cheap, however much else runs.
 *
 * @param startedAtNanos when it was known to run, by {@link System#nanoTime}
 */
record FirstProcess(long processId, long startedAtNanos) {
  private static final Duration SHORT_WHILE = Duration.ofSeconds(2);

  /** Several times what the largest machines can start in that time. */
  private static final long MOST_STARTED = 2_000_000;

  /**
   * No process of the build has a smaller id.
   *
   * @param greatest the greatest id that a process of this system can have; 0 when it does not say,
   *     or does not hand them out in order
   */
  long smallestIdSince(long greatest) {
    boolean recent = System.nanoTime() - startedAtNanos < SHORT_WHILE.toNanos();
    return recent && processId + MOST_STARTED < greatest ? processId : 0;
  }
}
