package io.vespene.core.user;

import io.vespene.core.database.Database;
import io.vespene.core.problem.FieldErrors;
import io.vespene.core.problem.NotFound;
import io.vespene.core.secret.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Bearer tokens of the REST API; each acts as the user it belongs to. */
public final class ApiTokens {
  /** What the text of every API token begins with. */
  public static final String PREFIX = "vst_";

  private final Database database;

  public ApiTokens(Database database) {
    this.database = database;
  }

  /**
   * Makes a token.
   *
   * @param name what the user calls it; 1 to 100 characters
   * @param lifetime empty for a token that does not expire
   * @throws io.vespene.core.problem.InvalidInput if the name has no proper length
   */
  public IssuedApiToken issue(long user, String name, Optional<Duration> lifetime) {
    new FieldErrors()
        .require(!name.isBlank(), "name", "must not be empty")
        .requireText(name, 100, "name")
        .throwIfAny();
    String text = Tokens.fresh(PREFIX);
    long id =
        database.withHandle(
            handle -> new ApiTokenStore(handle).insert(user, name, Tokens.hash(text), lifetime));
    return new IssuedApiToken(id, text);
  }

  /** Whom the token belongs to; empty if it is unknown, expired, revoked or its user disabled. */
  public Optional<User> authenticate(String token) {
    byte[] hash = Tokens.hash(token);
    return database.withHandle(handle -> {
      var store = new ApiTokenStore(handle);
      Optional<User> user = store.findUser(hash);
      user.ifPresent(_ -> store.markUsed(hash));
      return user;
    });
  }

  /** The user's tokens, newest first. */
  public List<ApiToken> list(long user) {
    return database.withHandle(handle -> new ApiTokenStore(handle).list(user));
  }

  /**
   * Makes a token worthless from now on.
   *
   * @throws io.vespene.core.problem.NotFound if this user has no such token
   */
  public void revoke(long user, long token) {
    if (!database.withHandle(handle -> new ApiTokenStore(handle).revoke(user, token))) {
      throw new NotFound("API token", token);
    }
  }
}
