package io.vespene.core.user;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements about API tokens. */
final class ApiTokenStore {
  private final Handle handle;

  ApiTokenStore(Handle handle) {
    this.handle = handle;
  }

  long insert(long user, String name, byte[] hash, Optional<Duration> lifetime) {
    return handle
        .createQuery(
            """
            INSERT INTO api_tokens (user_id, name, token_hash, expires_at)
            VALUES (:user, :name, :hash, now() + make_interval(secs => :lifetimeSeconds))
            RETURNING id
            """)
        .bind("user", user)
        .bind("name", name)
        .bind("hash", hash)
        .bind("lifetimeSeconds", lifetime.map(time -> time.toMillis() / 1000.0))
        .mapTo(Long.class)
        .one();
  }

  /** The token's user, if the token is good. */
  Optional<User> findUser(byte[] hash) {
    return handle
        .createQuery(
            """
            SELECT u.id, u.name, u.superuser, u.disabled, u.created_at
            FROM api_tokens t JOIN users u ON u.id = t.user_id
            WHERE t.token_hash = :hash AND t.revoked_at IS NULL AND NOT u.disabled
              AND (t.expires_at IS NULL OR t.expires_at > now())
            """)
        .bind("hash", hash)
        .map((row, _) -> UserStore.user(row))
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
            SELECT id, name, created_at, expires_at, last_used_at, revoked_at
            FROM api_tokens WHERE user_id = :user ORDER BY id DESC
            """)
        .bind("user", user)
        .map((row, _) ->
            new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("expires_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("last_used_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant)))
        .list();
  }

  boolean revoke(long user, long token) {
    return handle
            .createUpdate(
                """
                UPDATE api_tokens SET revoked_at = coalesce(revoked_at, now())
                WHERE id = :token AND user_id = :user
                """)
            .bind("token", token)
            .bind("user", user)
            .execute()
        == 1;
  }
}
