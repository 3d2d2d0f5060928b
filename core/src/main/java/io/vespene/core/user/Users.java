package io.vespene.core.user;

import io.vespene.core.database.Database;
import java.util.List;
import java.util.Optional;

/** The people who may log in. Passwords arrive hashed: how, is the server's affair. */
public final class Users {
  private final Database database;

  public Users(Database database) {
    this.database = database;
  }

  /**
   * Makes a user.
   *
   * @throws io.vespene.core.problem.InvalidInput if the name is taken or not a name
   */
  public User create(UserDraft draft) {
    return io.vespene.core.problem.Pending.yet(database, draft);
  }

  public Optional<User> find(String name) {
    return io.vespene.core.problem.Pending.yet(name);
  }

  public Optional<UserLogin> findLogin(String name) {
    return io.vespene.core.problem.Pending.yet(name);
  }

  /** All users, by name. */
  public List<User> list() {
    return io.vespene.core.problem.Pending.yet();
  }

  /**
   * Replaces the password.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such user
   */
  public void changePassword(String name, String passwordHash) {
    io.vespene.core.problem.Pending.yet(name, passwordHash);
  }

  /**
   * Locks the user out, or lets them in again. Their tokens stop and start with them.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such user
   */
  public void disable(String name, boolean disabled) {
    io.vespene.core.problem.Pending.yet(name, disabled);
  }
}
