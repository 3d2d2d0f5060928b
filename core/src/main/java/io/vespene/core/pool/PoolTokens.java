package io.vespene.core.pool;

import io.vespene.core.audit.Actor;
import io.vespene.core.audit.AuditLog;
import io.vespene.core.audit.AuditVerb;
import io.vespene.core.audit.AuditedObject;
import io.vespene.core.audit.ObjectType;
import io.vespene.core.database.Database;
import io.vespene.core.problem.NotFound;
import io.vespene.core.secret.Tokens;
import java.util.List;

/** Tokens that workers exchange for a credential of their own, each for one pool. */
public final class PoolTokens {
  /** What the text of every pool token begins with. */
  public static final String PREFIX = "vsp_";

  private final Database database;

  public PoolTokens(Database database) {
    this.database = database;
  }

  /**
   * Makes a token.
   *
   * @throws io.vespene.core.problem.NotFound if there is no such pool
   */
  public IssuedPoolToken issue(long pool, Actor actor) {
    String text = Tokens.fresh(PREFIX);
    return database.inTransaction(handle -> {
      var store = new PoolTokenStore(handle);
      long id =
          store
              .insert(pool, Tokens.hash(text), actor.name())
              .orElseThrow(() -> new NotFound("worker pool", pool));
      AuditLog.did(handle, actor, AuditVerb.CREATE, object(store, pool, id));
      return new IssuedPoolToken(id, text);
    });
  }

  /** The pool's tokens, newest first. */
  public List<PoolToken> list(long pool) {
    return database.withHandle(handle -> new PoolTokenStore(handle).list(pool));
  }

  /**
   * Makes a token worthless. Workers that enrolled with it get no more builds of this pool.
   *
   * @throws io.vespene.core.problem.NotFound if this pool has no such token
   */
  public void revoke(long pool, long token, Actor actor) {
    database.useTransaction(handle -> {
      var store = new PoolTokenStore(handle);
      if (!store.revoke(pool, token)) {
        throw new NotFound("pool token", token);
      }
      AuditLog.did(handle, actor, AuditVerb.REVOKE, object(store, pool, token));
    });
  }

  /** A token has no name, so the log names its pool. */
  private static AuditedObject object(PoolTokenStore store, long pool, long token) {
    return new AuditedObject(ObjectType.POOL_TOKEN, token, store.poolName(pool));
  }
}
