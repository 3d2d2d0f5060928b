package io.vespene.core.secret;

/** Random tokens: what people and programs show instead of a password. */
public final class Tokens {
  private Tokens() {}

  /**
   * A token with 256 random bits.
   *
   * @param prefix says what it is for, such as {@code vst_}; found by scanners for leaked secrets
   */
  public static String fresh(String prefix) {
    return io.vespene.core.problem.Pending.yet(prefix);
  }

  /** The SHA-256 of the token's text, which is all that is stored of it. */
  public static byte[] hash(String token) {
    return io.vespene.core.problem.Pending.yet(token);
  }
}
