package io.vespene.core.user;

import java.time.Duration;
import java.util.Optional;

/**
 * An API token to be made.
 *
 * @param name what the user calls it; 1 to 100 characters
 * @param lifetime empty for a token that does not expire
 */
public record ApiTokenDraft(String name, TokenScope scope, Optional<Duration> lifetime) {
  /** One that does all its user may, for ever. */
  public static ApiTokenDraft unlimited(String name) {
    return new ApiTokenDraft(name, TokenScope.WRITE, Optional.empty());
  }
}
