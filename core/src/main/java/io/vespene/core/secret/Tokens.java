package io.vespene.core.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random tokens: what people and programs show instead of a password. */
public final class Tokens {
  private static final int RANDOM_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Tokens() {}

  /**
   * A token with 256 random bits.
   *
   * @param prefix says what it is for, such as {@code vst_}; found by scanners for leaked secrets
   */
  public static String fresh(String prefix) {
    var bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The SHA-256 of the token's text, which is all that is stored of it.
   *
   * <p>Tokens are looked up by this hash. How long a look-up takes says something about the hash at
   * most, from which nobody gets to a token; and no slow hash is needed for 256 random bits.
   */
  public static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
