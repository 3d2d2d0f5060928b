package io.vespene.core.servicelogin;

import java.util.Optional;

/**
 * What a person says about a service login.
 *
 * @param name unique; 1 to 200 characters
 * @param password empty to keep the one that was given before
 */
public record ServiceLoginDraft(
    String name, String description, String username, Optional<String> password) {
  @Override
  public String toString() {
    return "ServiceLoginDraft[name=" + name + ", username=" + username + ", password=***]";
  }
}
