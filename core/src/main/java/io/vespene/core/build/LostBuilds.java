package io.vespene.core.build;

import io.vespene.core.database.Database;
import io.vespene.core.database.Topic;
import io.vespene.core.database.Wakeups;
import io.vespene.core.pipeline.RunProgress;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Gives up builds that nobody will finish, and starts anew those whose project wants that. */
public final class LostBuilds {
  private final Database database;

  public LostBuilds(Database database) {
    this.database = database;
  }

  /**
   * Ends builds whose worker is silent for longer than their pool allows.
   *
   * @param since silence before this moment doesn't count, as no server was there to be told
   * @return how many
   */
  public int reap(Instant since) {
    return database.inTransaction(handle -> {
      List<LostStore.Lost> lost = new LostStore(handle).orphanSilent(since);
      goOn(handle, lost);
      return lost.size();
    });
  }

  /**
   * Ends builds of earlier processes of this worker, and takes back what was on its way to them.
   *
   * @param handle a transaction, in which the worker's present process was or is written down
   * @param reason what a person reads
   */
  public static void abandonOtherProcesses(
      Handle handle, long worker, String present, String reason) {
    goOn(handle, new LostStore(handle).orphanOtherProcesses(worker, present, reason));
    new HandoverStore(handle)
        .releaseOtherProcesses(worker, present)
        .forEach(pool -> Wakeups.send(handle, Topic.pool(pool)));
  }

  /**
   * Ends queued builds that no worker took in the time their pool allows.
   *
   * @return how many
   */
  public int reapOverdue() {
    return database.inTransaction(handle -> {
      List<Long> ended = new QueueStore(handle).orphanOverdue();
      RunProgress.buildsEnded(handle, ended);
      return ended.size();
    });
  }

  private static void goOn(Handle handle, List<LostStore.Lost> lost) {
    var queue = new QueueStore(handle);
    for (LostStore.Lost build : lost) {
      queue
          .retry(build.build())
          .ifPresent(retry -> {
            RunProgress.retried(handle, build.build(), retry.id());
            Wakeups.send(handle, Topic.pool(retry.pool()));
          });
      Turn.pass(handle, build.project());
    }
    RunProgress.buildsEnded(handle, lost.stream().map(LostStore.Lost::build).toList());
  }
}
