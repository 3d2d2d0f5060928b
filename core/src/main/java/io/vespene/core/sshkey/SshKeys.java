package io.vespene.core.sshkey;

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
import io.vespene.protocol.worker.KeyMaterial;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** All SSH keys. Their private halves go in, and out to workers only. */
public final class SshKeys {
  private static final String KIND = "SSH key";
  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}");
  private static final int MAX_UNLOCK_PASSWORD = 1000;

  private final Database database;
  private final Keyset keyset;

  public SshKeys(Database database, Keyset keyset) {
    this.database = database;
    this.keyset = keyset;
  }

  /**
   * Makes an SSH key.
   *
   * @throws io.vespene.core.problem.InvalidInput if fields break rules, or the unlock password does
   *     not unlock the private key
   */
  public SshKey create(SshKeyDraft draft, Actor actor) {
    var errors = new FieldErrors();
    errors.require(draft.privateKey().isPresent(), "private_key", "must be given");
    check(draft, errors);
    PrivateKey key = PrivateKey.read(draft.privateKey().orElseThrow(), given(draft));
    return database.inTransaction(handle -> {
      long id =
          store(handle)
              .insert(draft, key, actor.name())
              .orElseThrow(() -> new InvalidInput("name", "is taken"));
      AuditLog.created(
          handle, actor, AuditedSshKey.object(id, draft.name()), AuditedSshKey.fields(draft));
      return store(handle).find(id).orElseThrow();
    });
  }

  /** All, by name. */
  public List<SshKey> list() {
    return database.withHandle(handle -> store(handle).list());
  }

  public Optional<SshKey> find(long id) {
    return database.withHandle(handle -> store(handle).find(id));
  }

  public Optional<SshKey> find(String name) {
    // PostgreSQL can't even be asked for a text with NUL.
    return name.indexOf('\0') < 0
        ? database.withHandle(handle -> store(handle).find(name))
        : Optional.empty();
  }

  /**
   * The SSH key of this name or number.
   *
   * @param idOrName a name wins over a number
   * @throws io.vespene.core.problem.NotFound if there is none
   */
  public SshKey require(String idOrName) {
    return find(idOrName)
        .or(() -> IdText.parse(idOrName).flatMap(this::find))
        .orElseThrow(() -> new NotFound(KIND, idOrName));
  }

  /**
   * Replaces everything but secrets that the draft leaves out.
   *
   * @param version the version that the edit began from
   * @throws io.vespene.core.problem.InvalidInput if fields break rules, or the unlock password does
   *     not unlock the private key
   * @throws io.vespene.core.problem.NotFound if there is no such SSH key
   * @throws io.vespene.core.problem.StaleVersion if it was edited in the meantime
   */
  public SshKey edit(long id, int version, SshKeyDraft draft, Actor actor) {
    check(draft, new FieldErrors());
    try {
      return database.inTransaction(handle -> {
        SshKey before = store(handle).find(id).orElseThrow(() -> new NotFound(KIND, id));
        if (!store(handle).update(id, version, draft)) {
          throw new StaleVersion(KIND, before.name());
        }
        if (draft.privateKey().isPresent() || draft.unlockPassword().isPresent()) {
          replaceSecrets(store(handle), id, draft);
        }
        AuditLog.edited(
            handle,
            actor,
            AuditedSshKey.object(id, draft.name()),
            AuditedSshKey.fields(before),
            AuditedSshKey.fields(draft));
        return store(handle).find(id).orElseThrow();
      });
    } catch (JdbiException e) {
      throw BrokenConstraint.in(e).filter("ssh_keys_name_key"::equals).isPresent()
          ? new InvalidInput("name", "is taken")
          : e;
    }
  }

  private static void replaceSecrets(SshKeyStore store, long id, SshKeyDraft draft) {
    KeyMaterial old = store.material(id);
    Optional<String> unlock =
        draft.unlockPassword().isPresent() ? given(draft) : old.unlockPassword();
    store.replaceSecrets(id, PrivateKey.read(draft.privateKey().orElse(old.privateKey()), unlock));
  }

  /**
   * Deletes an SSH key that no project uses any more.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such SSH key
   * @throws io.vespene.core.problem.Conflict if projects use it; the message names them
   */
  public void delete(long id, Actor actor) {
    SshKey key = requireById(id);
    try {
      database.useTransaction(handle -> {
        store(handle).delete(id);
        AuditLog.deleted(handle, actor, AuditedSshKey.object(id, key.name()));
      });
    } catch (JdbiException e) {
      throw BrokenConstraint.in(e).filter("project_ssh_keys_key"::equals).isPresent()
          ? Conflict.usedByProjects(KIND, key.name(), projectsOf(id))
          : e;
    }
  }

  /** Names of the projects that use it. */
  public List<String> projectsOf(long id) {
    return database.withHandle(handle -> store(handle).projectsOf(id));
  }

  /**
   * A project's keys with their private halves, in order, for the worker that is handed a build of
   * it.
   *
   * @throws io.vespene.core.problem.SetUpProblem if one can't be decrypted with this keyset
   */
  public List<KeyMaterial> materialFor(Handle handle, long project) {
    return store(handle).materials(project);
  }

  private SshKeyStore store(Handle handle) {
    return new SshKeyStore(handle, keyset);
  }

  private static void check(SshKeyDraft draft, FieldErrors errors) {
    String password = draft.unlockPassword().orElse("");
    errors
        .requireName(draft.name())
        .requireDescription(draft.description())
        .requireText(password, MAX_UNLOCK_PASSWORD, "unlock_password")
        // ssh-add reads it as one line.
        .require(
            !CONTROL_CHARACTERS.matcher(password).find(),
            "unlock_password",
            "must not contain control characters")
        .throwIfAny();
  }

  /** A form sends an empty text where nothing was typed. */
  private static Optional<String> given(SshKeyDraft draft) {
    return draft.unlockPassword().filter(text -> !text.isEmpty());
  }

  private SshKey requireById(long id) {
    return find(id).orElseThrow(() -> new NotFound(KIND, id));
  }
}
