package io.vespene.core.sshkey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * Ed25519 keys in the form PKCS#8, as {@code openssl} writes them.
 *
 * <p>OpenSSH reads that form from version 9.6 only, so it is turned into OpenSSH's own, unlocked:
 * the database encrypts it in any case.
 */
final class Ed25519Pem {
  // RFC 8410
  private static final String ED25519 = "1.3.101.112";
  private static final String OPEN = "PRIVATE KEY";
  private static final String LOCKED = "ENCRYPTED PRIVATE KEY";

  private Ed25519Pem() {}

  /** The key in OpenSSH form; empty if it is another kind of key, or in another form. */
  static Optional<String> convert(String key, Optional<String> unlockPassword) {
    try {
      if (key.startsWith("-----BEGIN " + OPEN + "-----")) {
        return convert(PrivateKeyInfo.getInstance(body(key, OPEN)));
      }
      if (key.startsWith("-----BEGIN " + LOCKED + "-----") && unlockPassword.isPresent()) {
        return convert(unlock(body(key, LOCKED), unlockPassword.get()));
      }
      return Optional.empty();
    } catch (IllegalArgumentException | IOException | GeneralSecurityException e) {
      // What is wrong with it, the reader of the other kinds finds out.
      return Optional.empty();
    }
  }

  private static Optional<String> convert(PrivateKeyInfo info) throws IOException {
    if (!info.getPrivateKeyAlgorithm().getAlgorithm().getId().equals(ED25519)) {
      return Optional.empty();
    }
    byte[] bytes = OpenSSHPrivateKeyUtil.encodePrivateKey(PrivateKeyFactory.createKey(info));
    String base64 = Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(bytes);
    return Optional.of(
        "-----BEGIN OPENSSH PRIVATE KEY-----\n" + base64 + "\n-----END OPENSSH PRIVATE KEY-----\n");
  }

  private static PrivateKeyInfo unlock(byte[] bytes, String password)
      throws IOException, GeneralSecurityException {
    var info = new EncryptedPrivateKeyInfo(bytes);
    // The parameters of PBES2 name the whole scheme; the algorithm of the others does.
    String scheme =
        info.getAlgName().equals("PBES2") ? info.getAlgParameters().toString() : info.getAlgName();
    Cipher cipher = Cipher.getInstance(scheme);
    cipher.init(
        Cipher.DECRYPT_MODE,
        SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(password.toCharArray())),
        info.getAlgParameters());
    return PrivateKeyInfo.getInstance(info.getKeySpec(cipher).getEncoded());
  }

  private static byte[] body(String key, String kind) {
    String base64 =
        key.replace("-----BEGIN " + kind + "-----", "").replace("-----END " + kind + "-----", "");
    return Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
  }
}
