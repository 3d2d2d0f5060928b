package io.vespene.server.security;

import java.util.Optional;

/** The users of the installation. Disabled ones are not found. */
public interface Accounts {
  /** The user who logs in under this name. */
  Optional<Account> findByName(String name);

  Optional<Viewer> findById(long id);

  /** The user to whom this valid API token belongs. */
  Optional<Viewer> findByToken(String token);

  /** A user and the hash of the password. */
  record Account(Viewer viewer, String passwordHash) {
    @Override
    public String toString() {
      return "Account[viewer=" + viewer + ", passwordHash=***]";
    }
  }
}
