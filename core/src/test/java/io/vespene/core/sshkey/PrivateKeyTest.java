package io.vespene.core.sshkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.problem.InvalidInput;
import io.vespene.core.testing.KeyMaker;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeyTest {
  @TempDir private Path directory;
  private KeyMaker maker;

  @BeforeEach
  void begin() {
    maker = new KeyMaker(directory);
  }

  @ParameterizedTest
  @CsvSource({
    "ed25519, RFC4716, ssh-ed25519",
    "rsa, RFC4716, ssh-rsa",
    "rsa, PEM, ssh-rsa",
    "rsa, PKCS8, ssh-rsa",
    "ecdsa, RFC4716, ecdsa-sha2-nistp256",
    "ecdsa, PEM, ecdsa-sha2-nistp256",
    "ecdsa, PKCS8, ecdsa-sha2-nistp256"
  })
  void everyKindAndFormIsRead(String kind, String form, String type) throws Exception {
    String open = maker.sshKeygen("", "-t", kind, "-m", form);
    PrivateKey read = PrivateKey.read(open, Optional.empty());
    assertThat(read.publicKey().type()).isEqualTo(type);
    assertThat(read.publicKey().fingerprint())
        .isEqualTo(maker.fingerprint(read.publicKey().line()));
    assertThat(read.unlockPassword()).isEmpty();

    String locked = maker.sshKeygen(KeyMaker.PASSWORD, "-t", kind, "-m", form);
    PrivateKey unlocked = PrivateKey.read(locked, Optional.of(KeyMaker.PASSWORD));
    assertThat(unlocked.publicKey().fingerprint())
        .isEqualTo(maker.fingerprint(unlocked.publicKey().line()));
    assertThat(unlocked.unlockPassword()).contains(KeyMaker.PASSWORD);
    refused(locked, Optional.of("another"), "unlock_password");
    refused(locked, Optional.empty(), "unlock_password");
  }

  @Test
  void whatOpensslMakesIsRead() throws Exception {
    accepted(maker.openssl("ecparam", "-name", "secp384r1", "-genkey", "-out", "FILE"));
    accepted(maker.openssl("ecparam", "-name", "secp521r1", "-genkey", "-noout", "-out", "FILE"));
    accepted(maker.openssl("genrsa", "-traditional", "-out", "FILE", "2048"));
    String locked =
        maker.openssl(
            "genrsa",
            "-traditional",
            "-aes128",
            "-passout",
            "pass:" + KeyMaker.PASSWORD,
            "-out",
            "FILE",
            "2048");
    PrivateKey.read(locked, Optional.of(KeyMaker.PASSWORD));
    refused(locked, Optional.of("another"), "unlock_password");
  }

  @Test
  void ed25519InPkcs8IsTurnedIntoWhatEverySshReads() throws Exception {
    String open = maker.openssl("genpkey", "-algorithm", "ed25519", "-out", "FILE");
    String locked =
        maker.openssl(
            "pkcs8",
            "-topk8",
            "-in",
            maker.file(open),
            "-passout",
            "pass:" + KeyMaker.PASSWORD,
            "-out",
            "FILE");

    PrivateKey fromOpen = PrivateKey.read(open, Optional.empty());
    PrivateKey fromLocked = PrivateKey.read(locked, Optional.of(KeyMaker.PASSWORD));

    assertThat(fromOpen.text()).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----\n");
    assertThat(fromOpen.publicKey().type()).isEqualTo("ssh-ed25519");
    assertThat(fromLocked.publicKey()).isEqualTo(fromOpen.publicKey());
    assertThat(fromLocked.unlockPassword()).isEmpty();
    refused(locked, Optional.of("another"), "unlock_password");
    refused(locked, Optional.empty(), "unlock_password");
  }

  @Test
  void lineEndsAndWhatStandsAroundAKeyDoNotMatter() throws Exception {
    String key = maker.sshKeygen("", "-t", "ed25519");
    String pasted = "my key:\r\n" + key.strip().replace("\n", "\r\n");
    assertThat(PrivateKey.read(pasted, Optional.empty()))
        .isEqualTo(PrivateKey.read(key, Optional.empty()));
  }

  @Test
  void aPasswordForAKeyThatIsNotLockedIsDropped() throws Exception {
    String key = maker.sshKeygen("", "-t", "ed25519");
    assertThat(PrivateKey.read(key, Optional.of("superfluous")).unlockPassword()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsmZXMVeV37N1VATJ20XjYvaKx3BKwctWDyS3dTaTX0 me",
        "-----BEGIN OPENSSH PRIVATE KEY-----\n\n-----END OPENSSH PRIVATE KEY-----",
        "-----BEGIN OPENSSH PRIVATE KEY-----\n!!!\n-----END OPENSSH PRIVATE KEY-----",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END EC PRIVATE KEY-----",
        "-----BEGIN PGP PRIVATE KEY-----\nAAAA\n-----END PGP PRIVATE KEY-----",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        "PuTTY-User-Key-File-2: ssh-rsa"
      })
  void whatIsNoKeyIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> PrivateKey.read(text, Optional.of("pw")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("private_key must be an ed25519, rsa or ecdsa private key");
  }

  @Test
  void aCutKeyIsRefused() throws Exception {
    for (String form : new String[] {"RFC4716", "PEM"}) {
      String key = maker.sshKeygen("", "-t", "rsa", "-m", form);
      String[] lines = key.split("\n", -1);
      lines[lines.length / 2] = "";
      refused(String.join("\n", lines), Optional.empty(), "private_key");
    }
  }

  @Test
  void dsaAndShortRsaKeysAreRefused() throws Exception {
    refused(maker.sshKeygen("", "-t", "dsa"), Optional.empty(), "private_key");
    refused(maker.openssl("genrsa", "-out", "FILE", "768"), Optional.empty(), "private_key");
  }

  @Test
  void aKeyThatTakesHoursToUnlockIsRefusedAtOnce() throws Exception {
    String key = maker.sshKeygen(KeyMaker.PASSWORD, "-t", "ed25519", "-a", "1");
    byte[] bytes =
        java.util.Base64.getMimeDecoder().decode(key.replaceAll("-----[A-Z ]+-----", "").strip());
    // The number of rounds ends the options: the salt's length, 16 bytes of salt, the rounds.
    int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("bcrypt");
    bytes[at + "bcrypt".length() + 4 + 4 + 16] = 0x7f;
    String slow =
        "-----BEGIN OPENSSH PRIVATE KEY-----\n"
            + java.util.Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(bytes)
            + "\n-----END OPENSSH PRIVATE KEY-----\n";
    assertThatThrownBy(() -> PrivateKey.read(slow, Optional.of(KeyMaker.PASSWORD)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("rounds");
  }

  @Test
  void soIsOneInPkcs8() throws Exception {
    String open = maker.file(maker.openssl("genpkey", "-algorithm", "ed25519", "-out", "FILE"));
    String[] locking = {"pkcs8", "-topk8", "-in", open, "-passout", "pass:" + KeyMaker.PASSWORD};
    byte[] bytes =
        java.util.Base64.getMimeDecoder()
            .decode(
                maker
                    .openssl(with(locking, "-iter", "65536", "-out", "FILE"))
                    .replaceAll("-----[A-Z ]+-----", "")
                    .strip());
    // The number of iterations, an integer of three bytes.
    int at =
        new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
            .indexOf("\u0002\u0003\u0001\u0000\u0000");
    bytes[at + 2] = 0x7f;
    String slow =
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
            + java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
            + "\n-----END ENCRYPTED PRIVATE KEY-----\n";
    assertThatThrownBy(() -> PrivateKey.read(slow, Optional.of(KeyMaker.PASSWORD)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("rounds");
    String scrypt = maker.openssl(with(locking, "-scrypt", "-out", "FILE"));
    refused(scrypt, Optional.of("another"), "unlock_password");
  }

  private static String[] with(String[] first, String... more) {
    return java.util.stream.Stream.of(first, more)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }

  private static void accepted(String key) {
    assertThat(PrivateKey.read(key, Optional.empty()).publicKey().line()).contains(" AAAA");
  }

  private static void refused(String key, Optional<String> password, String field) {
    assertThatThrownBy(() -> PrivateKey.read(key, password))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(field)
        .hasMessageNotContaining(KeyMaker.PASSWORD);
  }
}
