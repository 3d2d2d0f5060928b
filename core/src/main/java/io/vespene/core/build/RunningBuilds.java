package io.vespene.core.build;

import io.vespene.core.claim.Claim;
import io.vespene.core.database.Database;
import io.vespene.protocol.worker.Finish;

/** Builds as their worker sees them: taken, and over. Every call may be repeated. */
public final class RunningBuilds {
  private final Database database;

  public RunningBuilds(Database database) {
    this.database = database;
  }

  /**
   * The worker has the build: it is {@code RUNNING} from now on.
   *
   * @return false if the build is not this claim's; nothing was changed
   */
  public boolean acknowledge(Claim claim) {
    return io.vespene.core.problem.Pending.yet(database, claim);
  }

  /**
   * The worker is done with the build.
   *
   * @throws io.vespene.core.problem.InvalidInput if reason or output variables are not storable
   */
  public FinishResult finish(Claim claim, Finish finish) {
    return io.vespene.core.problem.Pending.yet(claim, finish);
  }
}
