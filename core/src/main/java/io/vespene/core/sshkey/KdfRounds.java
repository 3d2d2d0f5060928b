package io.vespene.core.sshkey;

import io.vespene.core.problem.InvalidInput;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * How much work a locked key in OpenSSH form makes of unlocking it. Whoever makes the key chooses
 * that, and a server must not work for hours for it.
 *
 * @see <a
 *     href="https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key">PROTOCOL.key</a>
 */
final class KdfRounds {
  private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
  private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST = 500;

  private KdfRounds() {}

  /**
   * Does nothing for other forms and for keys that are not locked.
   *
   * @throws InvalidInput if there are too many
   */
  static void check(String key) {
    if (!key.startsWith(BEGIN)) {
      return;
    }
    try {
      if (rounds(ByteBuffer.wrap(body(key))) > MOST) {
        throw new InvalidInput("private_key", "must be locked with at most " + MOST + " rounds");
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw PrivateKey.noKey();
    }
  }

  private static byte[] body(String key) {
    String base64 = key.substring(BEGIN.length(), key.indexOf("-----END")).replaceAll("\\s", "");
    return Base64.getDecoder().decode(base64);
  }

  private static long rounds(ByteBuffer bytes) {
    var magic = new byte[MAGIC.length];
    bytes.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IllegalArgumentException("another format");
    }
    string(bytes); // the cipher
    boolean unlocked =
        string(bytes).equals(ByteBuffer.wrap("none".getBytes(StandardCharsets.US_ASCII)));
    ByteBuffer options = string(bytes);
    if (unlocked) {
      return 0;
    }
    string(options); // the salt
    return Integer.toUnsignedLong(options.getInt());
  }

  private static ByteBuffer string(ByteBuffer bytes) {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer string = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return string;
  }
}
