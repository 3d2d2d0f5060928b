package io.vespene.core.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.vespene.core.problem.SetUpProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The keys that encrypt secret columns, kept in one file of mode 0600.
 *
 * <p>Safe for use by any number of threads. A server reads the file when it starts, and again when
 * it meets a secret under a key it does not know: after a rotation, servers need not restart at the
 * same moment.
 */
public final class Keyset {
  private final Supplier<Aead> source;
  private final AtomicReference<Aead> current;

  private Keyset(Supplier<Aead> source) {
    this.source = source;
    this.current = new AtomicReference<>(source.get());
  }

  /** No keys, for commands that touch no secret: every use is refused. */
  public static Keyset absent() {
    return new Keyset(NoKeys::new);
  }

  /**
   * Makes a new keyset file.
   *
   * @throws io.vespene.core.problem.SetUpProblem if the file exists or can't be written
   */
  public static void generate(Path file) {
    try {
      KeysetFile.create(
          file,
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
    } catch (GeneralSecurityException e) {
      throw new SetUpProblem("no keyset can be made: " + e.getMessage(), e);
    }
  }

  /**
   * Adds a new first key to the file; what the older keys encrypted stays readable.
   *
   * @throws io.vespene.core.problem.SetUpProblem if the file can't be read or written
   */
  public static void rotate(Path file) {
    try {
      var fresh =
          KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
              .withRandomId()
              .makePrimary();
      KeysetFile.replace(
          file,
          KeysetHandle.newBuilder(KeysetFile.read(file))
              .setConfiguration(AeadConfig2026.get())
              .addEntry(fresh)
              .build());
    } catch (GeneralSecurityException e) {
      throw new SetUpProblem("no key can be added to " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The keys in this file.
   *
   * @throws io.vespene.core.problem.SetUpProblem if the file is missing, readable by others or
   *     damaged
   */
  public static Keyset read(Path file) {
    return new Keyset(() -> load(file));
  }

  private static Aead load(Path file) {
    try {
      return KeysetFile.read(file).getPrimitive(AeadConfig2026.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new SetUpProblem("the keyset " + file + " is damaged: " + e.getMessage(), e);
    }
  }

  /** The text under the first key; it can be read back only for the same place. */
  public byte[] encrypt(String plain, Cell cell) {
    try {
      return current.get().encrypt(plain.getBytes(StandardCharsets.UTF_8), cell.associatedData());
    } catch (GeneralSecurityException e) {
      throw new SetUpProblem("a value of " + cell + " can't be encrypted", e);
    }
  }

  /**
   * The text again.
   *
   * @throws io.vespene.core.problem.SetUpProblem if the bytes were changed, moved from another
   *     cell, or encrypted with a key that is not in the file
   */
  public String decrypt(byte[] encrypted, Cell cell) {
    try {
      return decrypt(current.get(), encrypted, cell);
    } catch (GeneralSecurityException e) {
      return decryptWithFreshKeys(encrypted, cell);
    }
  }

  private String decryptWithFreshKeys(byte[] encrypted, Cell cell) {
    try {
      Aead fresh = source.get();
      String plain = decrypt(fresh, encrypted, cell);
      current.set(fresh);
      return plain;
    } catch (GeneralSecurityException e) {
      throw new SetUpProblem("a value of " + cell + " can't be decrypted with this keyset", e);
    }
  }

  private static String decrypt(Aead aead, byte[] encrypted, Cell cell)
      throws GeneralSecurityException {
    return new String(aead.decrypt(encrypted, cell.associatedData()), StandardCharsets.UTF_8);
  }

  private static final class NoKeys implements Aead {
    @Override
    public byte[] encrypt(byte[] plain, byte[] associatedData) throws GeneralSecurityException {
      throw new GeneralSecurityException("no keys were read");
    }

    @Override
    public byte[] decrypt(byte[] encrypted, byte[] associatedData) throws GeneralSecurityException {
      throw new GeneralSecurityException("no keys were read");
    }
  }
}
