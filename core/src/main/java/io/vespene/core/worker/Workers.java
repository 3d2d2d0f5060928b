package io.vespene.core.worker;

import io.vespene.core.audit.Actor;
import io.vespene.core.audit.AuditLog;
import io.vespene.core.audit.AuditVerb;
import io.vespene.core.audit.AuditedObject;
import io.vespene.core.audit.ObjectType;
import io.vespene.core.build.EngineSettings;
import io.vespene.core.build.LostBuilds;
import io.vespene.core.database.Database;
import io.vespene.core.database.IdText;
import io.vespene.core.database.Topic;
import io.vespene.core.database.Wakeups;
import io.vespene.core.problem.NotFound;
import io.vespene.core.secret.Keyset;
import io.vespene.protocol.worker.EnrolRequest;
import io.vespene.protocol.worker.Enrolled;
import io.vespene.protocol.worker.Registered;
import io.vespene.protocol.worker.Registration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** All workers: who they are, and that they come and go. */
public final class Workers {
  /** What the text of every worker's credential begins with. */
  public static final String PREFIX = "vsw_";

  private static final long DEFAULT_LOST_AFTER_SECONDS = 300;

  private final Database database;
  private final EngineSettings settings;
  private final FileKeys fileKeys;

  public Workers(Database database, EngineSettings settings, Keyset keyset) {
    this.database = database;
    this.settings = settings;
    this.fileKeys = new FileKeys(keyset);
  }

  /**
   * Gives a worker a credential of its own. A name that is in use already gets a number appended.
   *
   * @return empty if one of the tokens is unknown or revoked
   * @throws io.vespene.core.problem.InvalidInput if the name is not one, or there is no token
   */
  public Optional<Enrolled> enrol(EnrolRequest request) {
    RegistrationRules.check(request);
    return database.inTransaction(handle -> Enrolment.enrol(handle, request));
  }

  /** Whose credential this is; empty if nobody's. */
  public Optional<WorkerIdentity> authenticate(String credential) {
    return Enrolment.authenticate(database, credential);
  }

  /**
   * A worker process has started. Builds of an earlier process of this worker are lost.
   *
   * @throws io.vespene.core.problem.InvalidInput if a field is out of range
   * @throws io.vespene.core.problem.NotFound if there is no such worker
   */
  public Registered register(long worker, Registration registration) {
    RegistrationRules.check(registration);
    return database.inTransaction(handle -> register(handle, worker, registration));
  }

  private Registered register(Handle handle, long worker, Registration registration) {
    var store = new RegistrationStore(handle);
    RegistrationStore.Registrant registrant =
        store
            .register(worker, registration, fileKeys.fresh(worker))
            .orElseThrow(() -> new NotFound("worker", worker));
    String name = registrant.name();
    List<RegistrationStore.Served> served = store.serve(worker, registration.pools());
    LostBuilds.abandonOtherProcesses(
        handle, worker, registration.processId(), "worker " + name + " was restarted");
    // A poll of the earlier process may be held somewhere; it ends when it looks again.
    Wakeups.send(handle, Topic.worker(worker));
    List<String> servedPools = served.stream().map(RegistrationStore.Served::pool).toList();
    return new Registered(
        worker,
        servedPools,
        registration.pools().stream().filter(pool -> !servedPools.contains(pool)).toList(),
        settings.pollHold().toMillis(),
        abandonAfterMillis(served),
        fileKeys.decrypt(worker, registrant.fileKey()),
        registrant.installation().toString());
  }

  /** Nine tenths of the shortest time after which builds of this worker are given up. */
  private static long abandonAfterMillis(List<RegistrationStore.Served> served) {
    return served.stream()
            .mapToLong(RegistrationStore.Served::lostAfterSeconds)
            .min()
            .orElse(DEFAULT_LOST_AFTER_SECONDS)
        * 900;
  }

  /**
   * The worker process ends in good order, with no build in its hands. Nothing happens if it is not
   * the present one.
   */
  public void leave(long worker, String processId) {
    database.useTransaction(handle -> {
      if (new RegistrationStore(handle).leave(worker, processId)) {
        LostBuilds.abandonOtherProcesses(handle, worker, "", "its worker ended");
        Wakeups.send(handle, Topic.worker(worker));
      }
    });
  }

  /** All workers, by name. */
  public List<Worker> list() {
    return database.withHandle(handle -> new WorkerStore(handle, settings).list(Optional.empty()));
  }

  public Optional<Worker> find(long id) {
    return database
        .withHandle(handle -> new WorkerStore(handle, settings).list(Optional.of(id)))
        .stream()
        .findFirst();
  }

  /**
   * The worker of this name or number.
   *
   * @param idOrName a name wins over a number
   * @throws io.vespene.core.problem.NotFound if there is none
   */
  public Worker require(String idOrName) {
    // PostgreSQL can't even be asked for a text with NUL.
    Optional<Long> named =
        idOrName.indexOf('\0') < 0
            ? database.withHandle(handle -> new WorkerStore(handle, settings).findId(idOrName))
            : Optional.empty();
    return named
        .or(() -> IdText.parse(idOrName))
        .flatMap(this::find)
        .orElseThrow(() -> new NotFound("worker", idOrName));
  }

  /**
   * Tells a worker to take no more builds, or to take builds again.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such worker
   */
  public void drain(long worker, boolean drain, Actor actor) {
    database.useTransaction(handle -> {
      String name =
          new RegistrationStore(handle)
              .drain(worker, drain)
              .orElseThrow(() -> new NotFound("worker", worker));
      AuditLog.did(
          handle,
          actor,
          drain ? AuditVerb.DRAIN : AuditVerb.RESUME,
          new AuditedObject(ObjectType.WORKER, worker, name));
      Wakeups.send(handle, Topic.worker(worker));
    });
  }
}
