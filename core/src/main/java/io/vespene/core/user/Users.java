package io.vespene.core.user;

import io.vespene.core.audit.Actor;
import io.vespene.core.audit.AuditLog;
import io.vespene.core.audit.AuditVerb;
import io.vespene.core.audit.AuditedFields;
import io.vespene.core.database.Database;
import io.vespene.core.problem.FieldErrors;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The people who may log in. Passwords arrive hashed: how, is the server's affair. */
public final class Users {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

  private final Database database;

  public Users(Database database) {
    this.database = database;
  }

  /**
   * Makes a user.
   *
   * @throws io.vespene.core.problem.InvalidInput if the name is taken or not a name
   */
  public User create(UserDraft draft, Actor actor) {
    new FieldErrors()
        .require(
            NAME.matcher(draft.name()).matches(),
            "name",
            "must be 1 to 64 small letters, digits and . _ @ -, beginning with a letter or digit")
        .throwIfAny();
    return database.inTransaction(handle -> {
      User user =
          new UserStore(handle)
              .insert(draft)
              .orElseThrow(() -> new InvalidInput("name", "is taken"));
      AuditLog.created(handle, actor, AuditedUser.object(user), AuditedUser.fields(draft));
      return user;
    });
  }

  public Optional<User> find(String name) {
    return findLogin(name).map(UserLogin::user);
  }

  public Optional<UserLogin> findLogin(String name) {
    // PostgreSQL can't even be asked for a text with NUL.
    return NAME.matcher(name).matches()
        ? database.withHandle(handle -> new UserStore(handle).findLogin(name))
        : Optional.empty();
  }

  /** All users, by name. */
  public List<User> list() {
    return database.withHandle(handle -> new UserStore(handle).list());
  }

  /**
   * Replaces the password.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such user
   */
  public void changePassword(String name, String passwordHash, Actor actor) {
    database.useTransaction(handle -> {
      User user =
          new UserStore(handle)
              .changePassword(name, passwordHash)
              .orElseThrow(() -> new NotFound("user", name));
      AuditLog.edited(
          handle,
          actor,
          AuditedUser.object(user),
          new AuditedFields(),
          new AuditedFields().secret("password", true));
    });
  }

  /**
   * Locks the user out, or lets them in again. Their tokens stop and start with them.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such user
   */
  public void disable(String name, boolean disabled, Actor actor) {
    database.useTransaction(handle -> {
      User user =
          new UserStore(handle)
              .disable(name, disabled)
              .orElseThrow(() -> new NotFound("user", name));
      AuditVerb verb = disabled ? AuditVerb.DISABLE : AuditVerb.ENABLE;
      AuditLog.did(handle, actor, verb, AuditedUser.object(user));
    });
  }
}
