package io.vespene.core.build;

import io.vespene.core.database.Database;
import io.vespene.core.project.Project;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Builds as people see them: start, stop, look. */
public final class Builds {
  private final Database database;

  public Builds(Database database) {
    this.database = database;
  }

  /**
   * Queues a build with everything it will need, as the project stands now.
   *
   * @return the build, {@code QUEUED}
   * @throws io.vespene.core.problem.NotFound if the project was deleted in the meantime
   */
  public Build start(Project project, StartRequest request) {
    return io.vespene.core.problem.Pending.yet(database, project, request);
  }

  /**
   * Ends a queued build at once, and tells the worker of a running one to end it. Asking again for
   * a build that is being stopped changes nothing.
   *
   * @param who a person's name
   * @return the build as it is now: {@code ABORTED} or {@code ABORTING}
   * @throws io.vespene.core.problem.NotFound if there is no such build
   * @throws io.vespene.core.problem.Conflict if it has ended
   */
  public Build stop(long id, String who) {
    return io.vespene.core.problem.Pending.yet(who, id);
  }

  public Optional<Build> find(long id) {
    return io.vespene.core.problem.Pending.yet(id);
  }

  /**
   * The build of this number.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such build
   */
  public Build require(long id) {
    return io.vespene.core.problem.Pending.yet(id);
  }

  /**
   * The history, newest first.
   *
   * @param cursor the {@code next} of the page before
   * @param limit at most so many; 1 to 1000
   */
  public BuildPage list(BuildFilter filter, Optional<Long> cursor, int limit) {
    return io.vespene.core.problem.Pending.yet(filter, cursor, limit);
  }

  /** What a script ran, or is going to run. */
  public BuildInputs inputs(long id) {
    return io.vespene.core.problem.Pending.yet(id);
  }

  /** What the script handed on, by name. */
  public Map<String, String> outputVariables(long id) {
    return io.vespene.core.problem.Pending.yet(id);
  }

  /**
   * Why these builds wait, as a person reads it: "no worker is serving pool 'linux'". Builds that
   * don't wait are left out.
   */
  public Map<Long, String> waitingReasons(Collection<Build> builds) {
    return io.vespene.core.problem.Pending.yet(builds);
  }

  /** Why this build waits; empty when it does not. */
  public Optional<String> waitingReason(Build build) {
    return io.vespene.core.problem.Pending.yet(build);
  }
}
