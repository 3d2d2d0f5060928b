package io.vespene.core.secret;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import io.vespene.core.problem.SetUpProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/** The keyset as a file that nobody but its owner can read. */
final class KeysetFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private KeysetFile() {}

  static KeysetHandle read(Path file) throws GeneralSecurityException {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (!OWNER_ONLY.containsAll(permissions)) {
        throw new SetUpProblem(
            "the keyset " + file + " can be read by others: run chmod 600 " + file);
      }
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    } catch (NoSuchFileException e) {
      throw new SetUpProblem(
          "there is no keyset " + file + ": make one with 'vespene generate-secret'", e);
    } catch (IOException e) {
      throw new SetUpProblem("the keyset " + file + " can't be read: " + e, e);
    }
  }

  static void create(Path file, KeysetHandle keyset) throws GeneralSecurityException {
    try {
      write(file, keyset);
    } catch (FileAlreadyExistsException e) {
      throw new SetUpProblem("there is a keyset " + file + " already, which is left as it is", e);
    } catch (IOException e) {
      throw new SetUpProblem("the keyset " + file + " can't be written: " + e, e);
    }
  }

  static void replace(Path file, KeysetHandle keyset) throws GeneralSecurityException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      write(fresh, keyset);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new SetUpProblem("the keyset " + file + " can't be written: " + e, e);
    }
  }

  private static void write(Path file, KeysetHandle keyset)
      throws IOException, GeneralSecurityException {
    String text =
        TinkJsonProtoKeysetFormat.serializeKeyset(
            keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel =
        FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      // Losing the keys to a power cut would lose every secret.
      channel.force(true);
    }
  }
}
