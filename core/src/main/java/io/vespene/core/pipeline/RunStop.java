package io.vespene.core.pipeline;

import io.vespene.core.audit.Actor;
import io.vespene.core.audit.AuditLog;
import io.vespene.core.audit.AuditVerb;
import io.vespene.core.database.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Stops runs for good. */
public final class RunStop {
  private RunStop() {}

  /**
   * Ends all runs of the pipeline that have not ended. Nothing of them is queued from then on.
   *
   * @return their builds that have not ended, which are still to be stopped; empty if there was no
   *     run to stop
   */
  public static Optional<List<Long>> stop(Database database, Pipeline pipeline, Actor actor) {
    // The runs are ended first and their builds stopped later, one by one: whoever ends a build
    // takes its run while holding the build, so the other way round each would wait for the other.
    return database.inTransaction(handle -> stop(handle, pipeline, actor));
  }

  private static Optional<List<Long>> stop(Handle handle, Pipeline pipeline, Actor actor) {
    List<Long> runs = new RunStore(handle).stoppable(pipeline.id());
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    var progress = new ProgressStore(handle);
    progress.lock(runs);
    var open = new ArrayList<Long>();
    for (long run : runs) {
      progress.end(run, RunStatus.ABORTED, "stopped by " + actor.name(), Optional.empty());
      open.addAll(new RunStore(handle).openBuilds(run));
    }
    AuditLog.did(handle, actor, AuditVerb.STOP, AuditedPipeline.object(pipeline));
    return Optional.of(open);
  }
}
