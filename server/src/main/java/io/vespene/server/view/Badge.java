package io.vespene.server.view;

import io.vespene.core.build.BuildStatus;
import io.vespene.core.worker.WorkerStatus;

/**
 * How a status looks: never by its colour alone.
 *
 * @param tone the ending of the style class {@code v-status-…}
 */
public record Badge(String word, String tone, Icon icon) {
  public static Badge of(BuildStatus status) {
    return switch (status) {
      case QUEUED -> new Badge("Queued", "waiting", Icon.CLOCK);
      case RUNNING -> new Badge("Running", "running", Icon.RUNNING);
      case ABORTING -> new Badge("Stopping", "running", Icon.RUNNING);
      case SUCCESS -> new Badge("Success", "good", Icon.CHECK);
      case FAILURE -> new Badge("Failure", "bad", Icon.CROSS);
      case ABORTED -> new Badge("Aborted", "ended", Icon.STOP);
      case ORPHANED -> new Badge("Orphaned", "lost", Icon.QUESTION);
    };
  }

  public static Badge of(WorkerStatus status) {
    return switch (status) {
      case ONLINE -> new Badge("Online", "good", Icon.CHECK);
      case DRAINING -> new Badge("Draining", "waiting", Icon.DRAIN);
      case UNREACHABLE -> new Badge("Unreachable", "lost", Icon.QUESTION);
      case LOST -> new Badge("Lost", "bad", Icon.CROSS);
      case LEFT -> new Badge("Left", "ended", Icon.GONE);
    };
  }
}
