package io.vespene.core.sshkey;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The half of an SSH key that servers are given.
 *
 * @param type as SSH calls it, such as {@code ssh-ed25519}
 * @param fingerprint as SSH shows it: {@code SHA256:} and 43 characters
 * @param line what an {@code authorized_keys} file holds, without a comment
 */
public record PublicKey(String type, String fingerprint, String line) {
  /** Of the bytes that SSH sends. */
  static PublicKey of(String type, byte[] blob) {
    String fingerprint = Base64.getEncoder().withoutPadding().encodeToString(sha256(blob));
    return new PublicKey(
        type, "SHA256:" + fingerprint, type + " " + Base64.getEncoder().encodeToString(blob));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
