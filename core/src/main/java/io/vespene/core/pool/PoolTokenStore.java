package io.vespene.core.pool;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements about pool tokens. */
final class PoolTokenStore {
  private final Handle handle;

  PoolTokenStore(Handle handle) {
    this.handle = handle;
  }

  /** The token's number; empty if there is no such pool. */
  Optional<Long> insert(long pool, byte[] hash, String createdBy) {
    return handle
        .createQuery(
            """
            INSERT INTO pool_tokens (worker_pool_id, token_hash, created_by)
            SELECT id, :hash, :createdBy FROM worker_pools WHERE id = :pool
            RETURNING id
            """)
        .bind("pool", pool)
        .bind("hash", hash)
        .bind("createdBy", createdBy)
        .mapTo(Long.class)
        .findOne();
  }

  String poolName(long pool) {
    return handle
        .createQuery("SELECT name FROM worker_pools WHERE id = :pool")
        .bind("pool", pool)
        .mapTo(String.class)
        .one();
  }

  List<PoolToken> list(long pool) {
    return handle
        .createQuery(
            """
            SELECT id, created_by, created_at, last_used_at, revoked_at,
                   (SELECT count(*) FROM worker_grants WHERE pool_token_id = pool_tokens.id) AS workers
            FROM pool_tokens WHERE worker_pool_id = :pool ORDER BY id DESC
            """)
        .bind("pool", pool)
        .map((row, _) ->
            new PoolToken(
                row.getLong("id"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("last_used_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant),
                row.getInt("workers")))
        .list();
  }

  boolean revoke(long pool, long token) {
    return handle
            .createUpdate(
                """
                UPDATE pool_tokens SET revoked_at = coalesce(revoked_at, now())
                WHERE id = :token AND worker_pool_id = :pool
                """)
            .bind("token", token)
            .bind("pool", pool)
            .execute()
        == 1;
  }
}
