package io.vespene.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.problem.SetUpProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetTest {
  private static final Cell CELL = new Cell("service_logins", 7, "password");

  @TempDir private Path directory;

  @Test
  void aSecretIsReadBackInItsPlaceOnly() {
    Keyset keyset = fresh();

    byte[] encrypted = keyset.encrypt("s3cret ✓", CELL);

    assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("s3cret");
    assertThat(keyset.decrypt(encrypted, CELL)).isEqualTo("s3cret ✓");
    assertThatThrownBy(() -> keyset.decrypt(encrypted, new Cell("service_logins", 8, "password")))
        .isInstanceOf(SetUpProblem.class);
    encrypted[encrypted.length - 1] ^= 1;
    assertThatThrownBy(() -> keyset.decrypt(encrypted, CELL)).isInstanceOf(SetUpProblem.class);
  }

  @Test
  void rotationKeepsOldSecretsReadable() {
    Path file = file();
    Keyset before = fresh();
    byte[] old = before.encrypt("old", CELL);

    Keyset.rotate(file);

    Keyset after = Keyset.read(file);
    assertThat(after.decrypt(old, CELL)).isEqualTo("old");
    byte[] young = after.encrypt("young", CELL);
    assertThat(after.decrypt(young, CELL)).isEqualTo("young");
    assertThat(before.decrypt(young, CELL)).as("read before the rotation").isEqualTo("young");
  }

  @Test
  void aKeyThatIsNotInTheFileIsRefused() throws IOException {
    byte[] old = fresh().encrypt("old", CELL);
    Files.delete(file());

    assertThatThrownBy(() -> fresh().decrypt(old, CELL))
        .isInstanceOf(SetUpProblem.class)
        .hasMessageContaining("service_logins");
  }

  @Test
  void commandsWithoutKeysReadAndWriteNoSecret() {
    Keyset absent = Keyset.absent();

    assertThatThrownBy(() -> absent.encrypt("s3cret", CELL))
        .isInstanceOf(SetUpProblem.class)
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(() -> absent.decrypt(new byte[40], CELL)).isInstanceOf(SetUpProblem.class);
  }

  @Test
  void theFileIsItsOwnersOnly() throws IOException {
    fresh();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    Keyset.rotate(file());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");

    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> Keyset.read(file()))
        .isInstanceOf(SetUpProblem.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void anExistingFileIsNotOverwritten() throws IOException {
    fresh();
    String before = Files.readString(file());

    assertThatThrownBy(() -> Keyset.generate(file())).isInstanceOf(SetUpProblem.class);
    assertThat(Files.readString(file())).isEqualTo(before);
  }

  @Test
  void aMissingOrDamagedFileIsNamed() throws IOException {
    assertThatThrownBy(() -> Keyset.read(file()))
        .isInstanceOf(SetUpProblem.class)
        .hasMessageContaining("generate-secret");
    fresh();
    Files.writeString(file(), "{}");
    assertThatThrownBy(() -> Keyset.read(file()))
        .isInstanceOf(SetUpProblem.class)
        .hasMessageContaining(file().toString());
  }

  private Path file() {
    return directory.resolve("keyset");
  }

  private Keyset fresh() {
    Keyset.generate(file());
    return Keyset.read(file());
  }
}
