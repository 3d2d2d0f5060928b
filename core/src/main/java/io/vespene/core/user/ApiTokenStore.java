package io.vespene.core.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements about API tokens. */
final class ApiTokenStore {
  private final Handle handle;

  ApiTokenStore(Handle handle) {
    this.handle = handle;
  }

  long insert(long user, ApiTokenDraft draft, byte[] hash) {
    return handle
        .createQuery(
            """
            INSERT INTO api_tokens (user_id, name, scope, token_hash, expires_at)
            VALUES (:user, :name, :scope, :hash, now() + make_interval(secs => :lifetimeSeconds))
            RETURNING id
            """)
        .bind("user", user)
        .bind("name", draft.name())
        .bind("scope", draft.scope())
        .bind("hash", hash)
        .bind("lifetimeSeconds", draft.lifetime().map(time -> time.toMillis() / 1000.0))
        .mapTo(Long.class)
        .one();
  }

  /** The token's user, if the token is good. */
  Optional<TokenHolder> findHolder(byte[] hash) {
    return handle
        .createQuery(
            """
            SELECT u.id, u.name, u.superuser, u.disabled, u.created_at, t.scope
            FROM api_tokens t JOIN users u ON u.id = t.user_id
            WHERE t.token_hash = :hash AND t.revoked_at IS NULL AND NOT u.disabled
              AND (t.expires_at IS NULL OR t.expires_at > now())
            """)
        .bind("hash", hash)
        .map((row, _) -> new TokenHolder(UserStore.user(row), scope(row)))
        .findOne();
  }

  /** Writes at most once a minute, as a busy script uses its token many times a second. */
  void markUsed(byte[] hash) {
    handle
        .createUpdate(
            """
            UPDATE api_tokens SET last_used_at = now()
            WHERE token_hash = :hash
              AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')
            """)
        .bind("hash", hash)
        .execute();
  }

  List<ApiToken> list(long user) {
    return handle
        .createQuery(
            """
            SELECT id, name, scope, created_at, expires_at, last_used_at, revoked_at
            FROM api_tokens WHERE user_id = :user ORDER BY id DESC
            """)
        .bind("user", user)
        .map((row, _) ->
            new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                scope(row),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("expires_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("last_used_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant)))
        .list();
  }

  /** The token's name; empty if this user has no such token. */
  Optional<String> revoke(long user, long token) {
    return handle
        .createQuery(
            """
            UPDATE api_tokens SET revoked_at = coalesce(revoked_at, now())
            WHERE id = :token AND user_id = :user
            RETURNING name
            """)
        .bind("token", token)
        .bind("user", user)
        .mapTo(String.class)
        .findOne();
  }

  private static TokenScope scope(ResultSet row) throws SQLException {
    return TokenScope.valueOf(row.getString("scope"));
  }
}
