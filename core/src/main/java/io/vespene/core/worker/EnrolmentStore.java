package io.vespene.core.worker;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements by which workers get their identity and prove it. */
final class EnrolmentStore {
  /** A pool token that is good. */
  record GoodToken(long id, long pool, String poolName) {}

  private final Handle handle;

  EnrolmentStore(Handle handle) {
    this.handle = handle;
  }

  /** The token, if it is good; marks it as used. */
  Optional<GoodToken> useToken(byte[] hash) {
    return handle
        .createQuery(
            """
            UPDATE pool_tokens t SET last_used_at = now()
            FROM worker_pools p
            WHERE t.token_hash = :hash AND t.revoked_at IS NULL AND p.id = t.worker_pool_id
            RETURNING t.id, p.id AS pool_id, p.name
            """)
        .bind("hash", hash)
        .map((row, _) ->
            new GoodToken(row.getLong("id"), row.getLong("pool_id"), row.getString("name")))
        .findOne();
  }

  /** The new worker's number; empty if the name is in use. */
  Optional<Long> insert(String name, byte[] credentialHash) {
    return handle
        .createQuery(
            """
            INSERT INTO workers (name, credential_hash) VALUES (:name, :hash)
            ON CONFLICT (name) DO NOTHING
            RETURNING id
            """)
        .bind("name", name)
        .bind("hash", credentialHash)
        .mapTo(Long.class)
        .findOne();
  }

  void grant(long worker, GoodToken token) {
    handle
        .createUpdate(
            """
            INSERT INTO worker_grants (worker_id, worker_pool_id, pool_token_id)
            VALUES (:worker, :pool, :token)
            ON CONFLICT DO NOTHING
            """)
        .bind("worker", worker)
        .bind("pool", token.pool())
        .bind("token", token.id())
        .execute();
  }

  Optional<WorkerIdentity> find(byte[] credentialHash) {
    return handle
        .createQuery("SELECT id, name FROM workers WHERE credential_hash = :hash")
        .bind("hash", credentialHash)
        .map((row, _) -> new WorkerIdentity(row.getLong("id"), row.getString("name")))
        .findOne();
  }
}
