package io.vespene.core.pool;

/**
 * A new token.
 *
 * @param text the token itself; shown only here
 */
public record IssuedPoolToken(long id, String text) {
  @Override
  public String toString() {
    return "IssuedPoolToken[id=" + id + ", text=***]";
  }
}
