package io.vespene.core.pipeline;

import io.vespene.core.database.Database;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What stages of runs still need to have queued. */
public final class DueBuilds {
  private DueBuilds() {}

  /** All of it, on whichever server it became due. */
  public static List<DueBuild> list(Database database) {
    return database.withHandle(handle -> new DueStore(handle).list());
  }

  /**
   * Takes it upon this transaction to queue the build. Of any number who try, one succeeds.
   *
   * @return false if there is nothing to do: another did it, the run was stopped, or the project
   *     takes part no more
   */
  public static boolean take(Handle handle, DueBuild due) {
    // Before the row of the project, as whoever ends the run takes them in this order.
    new ProgressStore(handle).lock(List.of(due.place().run()));
    Optional<Boolean> takesPart = new DueStore(handle).take(due);
    if (takesPart.equals(Optional.of(false))) {
      RunProgress.moveOn(handle, List.of(due.place().run()));
    }
    return takesPart.orElse(false);
  }

  /**
   * Notes the build that was queued.
   *
   * @param superseded builds that it has just ended
   */
  public static void queued(Handle handle, DueBuild due, long build, Collection<Long> superseded) {
    new ProgressStore(handle).attach(due.place(), due.project(), build);
    RunProgress.buildsEnded(handle, superseded);
  }

  /**
   * Stops the run because no build of the project can even be queued. Does nothing if it is not due
   * any more.
   */
  public static void refused(Handle handle, DueBuild due, String reason) {
    long run = due.place().run();
    var store = new ProgressStore(handle);
    store.lock(List.of(run));
    if (store.isDue(due)) {
      store.end(run, RunStatus.FAILURE, reason, Optional.empty());
    }
  }
}
