package io.vespene.core.worker;

import io.vespene.core.database.Database;
import io.vespene.protocol.worker.EnrolRequest;
import io.vespene.protocol.worker.Enrolled;
import io.vespene.protocol.worker.Registered;
import io.vespene.protocol.worker.Registration;
import java.util.List;
import java.util.Optional;

/** All workers: who they are, and that they come and go. */
public final class Workers {
  /** What the text of every worker's credential begins with. */
  public static final String PREFIX = "vsw_";

  private final Database database;

  public Workers(Database database) {
    this.database = database;
  }

  /**
   * Gives a worker a credential of its own. A name that is in use already gets a number appended.
   *
   * @return empty if one of the tokens is unknown or revoked
   * @throws io.vespene.core.problem.InvalidInput if the name is not one, or there is no token
   */
  public Optional<Enrolled> enrol(EnrolRequest request) {
    return io.vespene.core.problem.Pending.yet(database, request);
  }

  /** Whose credential this is; empty if nobody's. */
  public Optional<WorkerIdentity> authenticate(String credential) {
    return io.vespene.core.problem.Pending.yet(credential);
  }

  /**
   * A worker process has started. Builds of an earlier process of this worker are lost.
   *
   * @throws io.vespene.core.problem.InvalidInput if a field is out of range
   */
  public Registered register(long worker, Registration registration) {
    return io.vespene.core.problem.Pending.yet(worker, registration);
  }

  /** The worker process ends in good order. Nothing happens if it is not the present one. */
  public void leave(long worker, String processId) {
    io.vespene.core.problem.Pending.yet(worker, processId);
  }

  /** All workers, by name. */
  public List<Worker> list() {
    return io.vespene.core.problem.Pending.yet();
  }

  public Optional<Worker> find(long id) {
    return io.vespene.core.problem.Pending.yet(id);
  }

  /**
   * The worker of this name or number.
   *
   * @param idOrName a name wins over a number
   * @throws io.vespene.core.problem.NotFound if there is none
   */
  public Worker require(String idOrName) {
    return io.vespene.core.problem.Pending.yet(idOrName);
  }

  /**
   * Tells a worker to take no more builds, or to take builds again.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such worker
   */
  public void drain(long worker, boolean drain) {
    io.vespene.core.problem.Pending.yet(worker, drain);
  }
}
