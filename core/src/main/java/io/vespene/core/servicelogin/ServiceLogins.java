package io.vespene.core.servicelogin;

import io.vespene.core.audit.Actor;
import io.vespene.core.audit.AuditLog;
import io.vespene.core.database.BrokenConstraint;
import io.vespene.core.database.Database;
import io.vespene.core.database.IdText;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.FieldErrors;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.secret.Keyset;
import io.vespene.protocol.worker.LoginMaterial;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** All service logins. Their passwords go in, and out to workers only. */
public final class ServiceLogins {
  private static final String KIND = "service login";

  private final Database database;
  private final Keyset keyset;

  public ServiceLogins(Database database, Keyset keyset) {
    this.database = database;
    this.keyset = keyset;
  }

  /**
   * Makes a service login.
   *
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   */
  public ServiceLogin create(ServiceLoginDraft draft, Actor actor) {
    var errors = new FieldErrors();
    errors.require(draft.password().isPresent(), "password", "must be given");
    ServiceLoginRules.check(draft, errors);
    errors.throwIfAny();
    return database.inTransaction(handle -> {
      var store = new ServiceLoginStore(handle, keyset);
      long id =
          store.insert(draft, actor.name()).orElseThrow(() -> new InvalidInput("name", "is taken"));
      ServiceLogin login = store.find(id).orElseThrow();
      AuditLog.created(
          handle, actor, AuditedServiceLogin.object(login), AuditedServiceLogin.fields(draft));
      return login;
    });
  }

  /** All, by name. */
  public List<ServiceLogin> list() {
    return database.withHandle(handle -> new ServiceLoginStore(handle, keyset).list());
  }

  public Optional<ServiceLogin> find(long id) {
    return database.withHandle(handle -> new ServiceLoginStore(handle, keyset).find(id));
  }

  public Optional<ServiceLogin> find(String name) {
    // PostgreSQL can't even be asked for a text with NUL.
    return name.indexOf('\0') < 0
        ? database.withHandle(handle -> new ServiceLoginStore(handle, keyset).find(name))
        : Optional.empty();
  }

  /**
   * The service login of this name or number.
   *
   * @param idOrName a name wins over a number
   * @throws io.vespene.core.problem.NotFound if there is none
   */
  public ServiceLogin require(String idOrName) {
    return find(idOrName)
        .or(() -> IdText.parse(idOrName).flatMap(this::find))
        .orElseThrow(() -> new NotFound(KIND, idOrName));
  }

  /**
   * Replaces everything but a password that the draft leaves out.
   *
   * @param version the version that the edit began from
   * @throws io.vespene.core.problem.InvalidInput if fields break rules
   * @throws io.vespene.core.problem.NotFound if there is no such service login
   * @throws io.vespene.core.problem.StaleVersion if it was edited in the meantime
   */
  public ServiceLogin edit(long id, int version, ServiceLoginDraft draft, Actor actor) {
    var errors = new FieldErrors();
    ServiceLoginRules.check(draft, errors);
    errors.throwIfAny();
    try {
      return database.inTransaction(handle -> {
        var store = new ServiceLoginStore(handle, keyset);
        ServiceLogin before = store.find(id).orElseThrow(() -> new NotFound(KIND, id));
        if (!store.update(id, version, draft)) {
          throw new StaleVersion(KIND, before.name());
        }
        ServiceLogin after = store.find(id).orElseThrow();
        AuditLog.edited(
            handle,
            actor,
            AuditedServiceLogin.object(after),
            AuditedServiceLogin.fields(before),
            AuditedServiceLogin.fields(draft));
        return after;
      });
    } catch (JdbiException e) {
      throw BrokenConstraint.in(e).filter("service_logins_name_key"::equals).isPresent()
          ? new InvalidInput("name", "is taken")
          : e;
    }
  }

  /**
   * Deletes a service login that no project uses any more.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such service login
   * @throws io.vespene.core.problem.Conflict if projects use it; the message names them
   */
  public void delete(long id, Actor actor) {
    ServiceLogin login = requireById(id);
    try {
      database.useTransaction(handle -> {
        new ServiceLoginStore(handle, keyset).delete(id);
        AuditLog.deleted(handle, actor, AuditedServiceLogin.object(login));
      });
    } catch (JdbiException e) {
      throw BrokenConstraint.in(e).filter("projects_service_login"::equals).isPresent()
          ? Conflict.usedByProjects(KIND, login.name(), projectsOf(id))
          : e;
    }
  }

  /** Names of the projects that use it. */
  public List<String> projectsOf(long id) {
    return database.withHandle(handle -> new ServiceLoginStore(handle, keyset).projectsOf(id));
  }

  /**
   * A project's login with its password, for the worker that is handed a build of it.
   *
   * @throws io.vespene.core.problem.SetUpProblem if it can't be decrypted with this keyset
   */
  public Optional<LoginMaterial> materialFor(Handle handle, long project) {
    return new ServiceLoginStore(handle, keyset).material(project);
  }

  private ServiceLogin requireById(long id) {
    return find(id).orElseThrow(() -> new NotFound(KIND, id));
  }
}
