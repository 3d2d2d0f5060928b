package io.vespene.protocol.rest;

import java.util.Optional;

/**
 * A service login as somebody wants it.
 *
 * @param name unique; needed when the login is created
 * @param username needed when the login is created
 * @param password needed when the login is created, else kept when left out
 */
public record ServiceLoginInput(
    Optional<String> name,
    Optional<String> description,
    Optional<String> username,
    Optional<String> password) {
  @Override
  public String toString() {
    return "ServiceLoginInput[name=" + name + ", username=" + username + ", password=***]";
  }
}
