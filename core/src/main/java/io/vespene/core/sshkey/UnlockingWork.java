package io.vespene.core.sshkey;

import io.vespene.core.problem.InvalidInput;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * How much work a locked key makes of unlocking it. Whoever makes the key chooses that, and a
 * server must not work for hours for it.
 *
 * @see <a
 *     href="https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key">PROTOCOL.key</a>
 */
final class UnlockingWork {
  private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
  private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_ROUNDS = 500;
  private static final String LOCKED = "-----BEGIN ENCRYPTED PRIVATE KEY-----";
  private static final BigInteger MOST_ITERATIONS = BigInteger.valueOf(5_000_000);
  private static final BigInteger MOST_BLOCKS = BigInteger.valueOf(1 << 20);

  private UnlockingWork() {}

  /**
   * Does nothing for keys that are not locked, and for older forms, which make hardly any.
   *
   * @throws InvalidInput if it is too much
   */
  static void check(String key) {
    try {
      if (key.startsWith(BEGIN)) {
        require(rounds(ByteBuffer.wrap(body(key, BEGIN))) <= MOST_ROUNDS);
      } else if (key.startsWith(LOCKED)) {
        require(isBearable(EncryptedPrivateKeyInfo.getInstance(body(key, LOCKED))));
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw PrivateKey.noKey();
    }
  }

  private static void require(boolean bearable) {
    if (!bearable) {
      throw new InvalidInput(
          "private_key", "must be locked with fewer rounds, as ssh-keygen -p does by default");
    }
  }

  private static boolean isBearable(EncryptedPrivateKeyInfo info) {
    AlgorithmIdentifier scheme = info.getEncryptionAlgorithm();
    boolean isModern = scheme.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2);
    AlgorithmIdentifier derivation =
        isModern
            ? AlgorithmIdentifier.getInstance(
                PBES2Parameters.getInstance(scheme.getParameters()).getKeyDerivationFunc())
            : scheme;
    // A salt, and then how often; scrypt multiplies that with the size of a block.
    List<BigInteger> numbers = new ArrayList<>();
    for (ASN1Encodable part : ASN1Sequence.getInstance(derivation.getParameters())) {
      if (part instanceof ASN1Integer number) {
        numbers.add(number.getValue());
      }
    }
    boolean isScrypt =
        isModern && !derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2);
    return isScrypt
        ? numbers.stream().reduce(BigInteger.ONE, BigInteger::multiply).compareTo(MOST_BLOCKS) <= 0
        : !numbers.isEmpty() && numbers.getFirst().compareTo(MOST_ITERATIONS) <= 0;
  }

  private static byte[] body(String key, String begin) {
    String base64 = key.substring(begin.length(), key.indexOf("-----END")).replaceAll("\\s", "");
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
