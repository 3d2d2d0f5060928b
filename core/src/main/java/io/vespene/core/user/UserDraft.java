package io.vespene.core.user;

import java.util.Optional;

/**
 * A user to be made.
 *
 * @param name small letters, digits and {@code . _ @ -}; at most 64 characters
 * @param passwordHash ready for storage; without one there is no login by password
 */
public record UserDraft(String name, Optional<String> passwordHash, boolean superuser) {
  @Override
  public String toString() {
    return "UserDraft[name=" + name + ", passwordHash=***, superuser=" + superuser + "]";
  }
}
