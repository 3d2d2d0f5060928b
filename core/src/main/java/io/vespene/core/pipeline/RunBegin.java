package io.vespene.core.pipeline;

import io.vespene.core.audit.Actor;
import io.vespene.core.audit.AuditLog;
import io.vespene.core.audit.AuditVerb;
import io.vespene.core.database.Database;
import io.vespene.core.database.Topic;
import io.vespene.core.database.Wakeups;
import io.vespene.core.problem.Conflict;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Begins runs, and finds the run that a build continues.
 *
 * <p>A build of a project goes into the newest run with that project, if the run still needs it
 * there: because it was not built yet, or failed. Otherwise a project of the first stage begins a
 * new run, and any other is built outside of runs.
 */
public final class RunBegin {
  private RunBegin() {}

  /**
   * The run that a build of this project would continue now, for those who must know before they
   * are in a transaction.
   */
  public static Optional<RunPlace> find(Database database, long project) {
    return database.withHandle(handle -> open(new BeginStore(handle), project));
  }

  /**
   * The same in a transaction that has locked the project. Nobody else begins a run of its pipeline
   * until the transaction ends.
   */
  public static Optional<RunPlace> lock(Handle handle, long project) {
    var store = new BeginStore(handle);
    store.pipelineOf(project).ifPresent(store::lock);
    return open(store, project);
  }

  private static Optional<RunPlace> open(BeginStore store, long project) {
    return store.pipelineOf(project).flatMap(_ -> store.findOpen(project));
  }

  /**
   * Puts a new build where it belongs.
   *
   * @param handle a transaction that has called {@link #lock}
   * @param open what {@link #lock} found
   * @param superseded builds that the new one has just ended
   */
  public static void join(
      Handle handle,
      Optional<RunPlace> open,
      long project,
      long build,
      String startedBy,
      Collection<Long> superseded) {
    var progress = new ProgressStore(handle);
    Optional<RunPlace> place = open.or(() -> begin(handle, project, startedBy));
    place.ifPresent(found -> progress.attach(found, project, build));
    var runs = new HashSet<>(progress.runsOf(superseded));
    place.map(RunPlace::run).ifPresent(runs::add);
    progress.lock(runs);
    open.map(RunPlace::run).ifPresent(progress::reopen);
    RunProgress.moveOn(handle, runs);
  }

  private static Optional<RunPlace> begin(Handle handle, long project, String startedBy) {
    var store = new BeginStore(handle);
    return store
        .pipelineOf(project)
        .flatMap(pipeline ->
            store
                .firstPosition(pipeline)
                .filter(first -> store.isAt(project, first))
                .map(first -> begin(handle, pipeline, first, startedBy, false)));
  }

  /**
   * Begins a run of the whole pipeline: all projects of its first stage are due.
   *
   * @return the run's number
   * @throws Conflict if the pipeline is disabled, or no project takes part in it
   */
  public static long begin(Handle handle, Pipeline pipeline, Actor actor) {
    var store = new BeginStore(handle);
    if (!store.lock(pipeline.id())) {
      throw new Conflict("pipeline '" + pipeline.name() + "' is disabled");
    }
    int first =
        store
            .firstPosition(pipeline.id())
            .orElseThrow(() ->
                new Conflict("pipeline '" + pipeline.name() + "' has no project that takes part"));
    AuditLog.did(handle, actor, AuditVerb.START, AuditedPipeline.object(pipeline));
    return begin(handle, pipeline.id(), first, actor.name(), true).run();
  }

  private static RunPlace begin(
      Handle handle, long pipeline, int first, String startedBy, boolean due) {
    var store = new BeginStore(handle);
    long run = store.insert(pipeline, first, startedBy);
    new ProgressStore(handle).startStage(run, first, due);
    store.endWaiting(pipeline, run);
    if (due) {
      Wakeups.send(handle, Topic.dueStages());
    }
    return new RunPlace(run, first);
  }
}
