package io.vespene.core.pipeline;

import io.vespene.core.database.Database;
import io.vespene.core.database.Topic;
import io.vespene.core.database.Wakeups;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Moves runs from stage to stage.
 *
 * <p>Each stage of a run is started exactly once, whatever ends at the same moment. Whoever ends a
 * build comes here in the same transaction, and takes the row of the run before looking at its
 * builds. So of two that end at once the second looks when the first is committed, and sees both:
 * the stage can neither be passed over nor be started by each of them. That a stage was started is
 * written in its own row besides, by a statement that tests and sets.
 *
 * <p>Scripts can't be rendered within a transaction. So the projects of a started stage are only
 * noted as due here; whichever server comes first renders and queues them, each exactly once for
 * the same reason. A crash between loses nothing.
 */
public final class RunProgress {
  private RunProgress() {}

  /** Tells the runs of these builds, if they belong to any, that they have just ended. */
  public static void buildsEnded(Handle handle, Collection<Long> builds) {
    if (!builds.isEmpty()) {
      moveOn(handle, new ProgressStore(handle).runsOf(builds));
    }
  }

  /**
   * A build that a worker lost is built anew: the run goes on waiting.
   *
   * @param handle the transaction in which the first build ended
   */
  public static void retried(Handle handle, long lost, long retry) {
    new ProgressStore(handle).attachRetry(lost, retry);
  }

  /**
   * Looks at runs of which nothing is being built. Most wait for somebody to build the rest of
   * their first stage; but a project that they waited for may have left the stage.
   */
  public static void moveIdle(Database database) {
    List<Long> idle = database.withHandle(handle -> new ProgressStore(handle).idle());
    idle.forEach(run -> database.useTransaction(handle -> moveOn(handle, List.of(run))));
  }

  static void moveOn(Handle handle, Collection<Long> runs) {
    if (runs.isEmpty()) {
      return;
    }
    var store = new ProgressStore(handle);
    store.lock(runs).stream()
        .filter(run -> run.status() == RunStatus.RUNNING)
        .forEach(run -> moveOn(handle, store, run));
  }

  private static void moveOn(Handle handle, ProgressStore store, ProgressStore.LockedRun run) {
    List<RunMember> members = store.members(run.id());
    Optional<RunMember> failed =
        members.stream().filter(member -> member.failure().isPresent()).findFirst();
    if (failed.isPresent()) {
      RunMember.NewestBuild build = failed.get().failure().orElseThrow();
      store.end(
          run.id(),
          RunStatus.FAILURE,
          "build " + build.id() + " of '" + failed.get().project() + "': " + build.reason(),
          Optional.of(build.id()));
    } else if (members.stream().allMatch(RunMember::succeeded)) {
      startNext(handle, store, run, lastBuild(members));
    }
  }

  private static Optional<Long> lastBuild(List<RunMember> members) {
    return members.stream()
        .flatMap(member -> member.newest().stream())
        .map(RunMember.NewestBuild::id)
        .reduce((_, later) -> later);
  }

  private static void startNext(
      Handle handle, ProgressStore store, ProgressStore.LockedRun run, Optional<Long> lastBuild) {
    Optional<Integer> next = store.nextPosition(run.id());
    if (next.isEmpty()) {
      store.end(run.id(), RunStatus.SUCCESS, "all stages succeeded", lastBuild);
    } else if (!store.isEnabled(run.pipeline())) {
      store.end(run.id(), RunStatus.ABORTED, "the pipeline is disabled", lastBuild);
    } else if (store.startStage(run.id(), next.get(), true)) {
      Wakeups.send(handle, Topic.dueStages());
    }
  }
}
