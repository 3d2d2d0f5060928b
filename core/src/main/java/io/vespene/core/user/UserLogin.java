package io.vespene.core.user;

import java.util.Optional;

/** A user together with what their password is checked against. */
public record UserLogin(User user, Optional<String> passwordHash) {
  @Override
  public String toString() {
    return "UserLogin[user=" + user + ", passwordHash=***]";
  }
}
