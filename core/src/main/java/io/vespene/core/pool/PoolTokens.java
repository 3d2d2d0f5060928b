package io.vespene.core.pool;

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
  public IssuedPoolToken issue(long pool, String createdBy) {
    String text = Tokens.fresh(PREFIX);
    long id =
        database
            .withHandle(
                handle -> new PoolTokenStore(handle).insert(pool, Tokens.hash(text), createdBy))
            .orElseThrow(() -> new NotFound("worker pool", pool));
    return new IssuedPoolToken(id, text);
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
  public void revoke(long pool, long token) {
    if (!database.withHandle(handle -> new PoolTokenStore(handle).revoke(pool, token))) {
      throw new NotFound("pool token", token);
    }
  }
}
