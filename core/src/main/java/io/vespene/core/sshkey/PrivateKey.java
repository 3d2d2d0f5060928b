package io.vespene.core.sshkey;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import io.vespene.core.problem.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A private key that was found to be one, and that its unlock password opens.
 *
 * @param text in a form that {@code ssh-add} reads
 * @param unlockPassword when the text is locked
 */
record PrivateKey(String text, Optional<String> unlockPassword, PublicKey publicKey) {
  private static final String FIELD = "private_key";
  private static final int MAX_LENGTH = 64 * 1024;
  private static final int MIN_RSA_BITS = 1024;
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ([A-Z ]*PRIVATE KEY)-----\n.*?\n-----END \\1-----", Pattern.DOTALL);
  private static final Set<String> TYPES =
      Set.of(
          "ssh-ed25519",
          "ssh-rsa",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521");

  /**
   * Reads what somebody gave.
   *
   * @param unlockPassword is dropped if the key is not locked
   * @throws InvalidInput if it is no key that SSH can use, or the password does not unlock it
   */
  static PrivateKey read(String given, Optional<String> unlockPassword) {
    String text = block(given);
    UnlockingWork.check(text);
    Optional<PrivateKey> converted = Ed25519Pem.convert(text, unlockPassword).map(PrivateKey::open);
    return converted.orElseGet(() -> parse(text, unlockPassword));
  }

  private static PrivateKey open(String text) {
    return parse(text, Optional.empty());
  }

  private static PrivateKey parse(String text, Optional<String> unlockPassword) {
    KeyPair key = load(text);
    try {
      boolean locked = key.isEncrypted();
      if (locked) {
        unlock(key, unlockPassword.orElseThrow(PrivateKey::lockedWithoutPassword));
      }
      return new PrivateKey(text, locked ? unlockPassword : Optional.empty(), publicKey(key));
    } finally {
      key.dispose();
    }
  }

  /** The key without what may stand around it, with the line ends that every reader knows. */
  private static String block(String given) {
    Matcher block = BLOCK.matcher(given.replace("\r\n", "\n").replace('\r', '\n'));
    if (given.length() > MAX_LENGTH || !block.find()) {
      throw noKey();
    }
    return block.group() + "\n";
  }

  private static KeyPair load(String text) {
    try {
      return KeyPair.load(new JSch(), text.getBytes(StandardCharsets.US_ASCII), null);
    } catch (JSchException e) {
      throw noKey();
    }
  }

  private static void unlock(KeyPair key, String password) {
    if (!key.decrypt(password.getBytes(StandardCharsets.UTF_8))) {
      throw wrongPassword();
    }
  }

  private static PublicKey publicKey(KeyPair key) {
    byte[] blob = key.getPublicKeyBlob();
    if (blob == null || !TYPES.contains(key.getKeyTypeString())) {
      throw noKey();
    }
    if (key.getKeyType() == KeyPair.RSA && key.getKeySize() < MIN_RSA_BITS) {
      throw new InvalidInput(FIELD, "must have at least " + MIN_RSA_BITS + " bits for RSA");
    }
    return PublicKey.of(key.getKeyTypeString(), blob);
  }

  static InvalidInput noKey() {
    return new InvalidInput(
        FIELD,
        "must be an ed25519, rsa or ecdsa private key in OpenSSH or PEM form, beginning with"
            + " -----BEGIN");
  }

  static InvalidInput lockedWithoutPassword() {
    return new InvalidInput("unlock_password", "must be given, as the private key is locked");
  }

  static InvalidInput wrongPassword() {
    return new InvalidInput("unlock_password", "must be the one that unlocks the private key");
  }

  @Override
  public String toString() {
    return "PrivateKey[publicKey=" + publicKey + ", text=***, unlockPassword=***]";
  }
}
