package io.vespene.core.user;

/**
 * A new token.
 *
 * @param text the token itself; shown only here
 */
public record IssuedApiToken(long id, String text) {
  @Override
  public String toString() {
    return "IssuedApiToken[id=" + id + ", text=***]";
  }
}
