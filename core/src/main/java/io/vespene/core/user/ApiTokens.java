package io.vespene.core.user;

import io.vespene.core.audit.Actor;
import io.vespene.core.audit.AuditLog;
import io.vespene.core.audit.AuditVerb;
import io.vespene.core.audit.AuditedFields;
import io.vespene.core.audit.AuditedObject;
import io.vespene.core.audit.ObjectType;
import io.vespene.core.database.Database;
import io.vespene.core.problem.FieldErrors;
import io.vespene.core.problem.NotFound;
import io.vespene.core.secret.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Bearer tokens of the REST API; each acts as the user it belongs to. */
public final class ApiTokens {
  /** What the text of every API token begins with. */
  public static final String PREFIX = "vst_";

  private static final int MAX_NAME = 100;

  private final Database database;

  public ApiTokens(Database database) {
    this.database = database;
  }

  /**
   * Makes a token.
   *
   * @throws io.vespene.core.problem.InvalidInput if the name has no proper length, or the token
   *     would end before it begins
   */
  public IssuedApiToken issue(long user, ApiTokenDraft draft, Actor actor) {
    new FieldErrors()
        .require(!draft.name().isBlank(), "name", "must not be empty")
        .requireText(draft.name(), MAX_NAME, "name")
        .require(
            draft.lifetime().filter(time -> !time.isPositive()).isEmpty(),
            "expires_at",
            "must be in the future")
        .throwIfAny();
    String text = Tokens.fresh(PREFIX);
    return database.inTransaction(handle -> {
      long id = new ApiTokenStore(handle).insert(user, draft, Tokens.hash(text));
      AuditLog.created(
          handle,
          actor,
          object(id, draft.name()),
          new AuditedFields()
              .with("scope", draft.scope().name().toLowerCase(Locale.ROOT))
              .with("lifetime", draft.lifetime().map(Duration::toString).orElse("")));
      return new IssuedApiToken(id, text);
    });
  }

  /** Whom the token belongs to; empty if it is unknown, expired, revoked or its user disabled. */
  public Optional<TokenHolder> authenticate(String token) {
    byte[] hash = Tokens.hash(token);
    return database.withHandle(handle -> {
      var store = new ApiTokenStore(handle);
      Optional<TokenHolder> holder = store.findHolder(hash);
      holder.ifPresent(_ -> store.markUsed(hash));
      return holder;
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
  public void revoke(long user, long token, Actor actor) {
    database.useTransaction(handle -> {
      String name =
          new ApiTokenStore(handle)
              .revoke(user, token)
              .orElseThrow(() -> new NotFound("API token", token));
      AuditLog.did(handle, actor, AuditVerb.REVOKE, object(token, name));
    });
  }

  private static AuditedObject object(long id, String name) {
    return new AuditedObject(ObjectType.API_TOKEN, id, name);
  }
}
