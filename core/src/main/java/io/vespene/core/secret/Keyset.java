package io.vespene.core.secret;

import java.nio.file.Path;

/** The keys that encrypt secret columns, kept in one file of mode 0600. */
public final class Keyset {
  private Keyset() {}

  /**
   * Makes a new keyset file.
   *
   * @throws io.vespene.core.problem.SetUpProblem if the file exists or can't be written
   */
  public static void generate(Path file) {
    io.vespene.core.problem.Pending.yet(file);
  }

  /**
   * Adds a new first key to the file; what the older keys encrypted stays readable.
   *
   * @throws io.vespene.core.problem.SetUpProblem if the file can't be read or written
   */
  public static void rotate(Path file) {
    io.vespene.core.problem.Pending.yet(file);
  }

  /**
   * The keys in this file.
   *
   * @throws io.vespene.core.problem.SetUpProblem if the file is missing, readable by others or
   *     damaged
   */
  public static Keyset read(Path file) {
    return io.vespene.core.problem.Pending.yet(file);
  }

  /** The text under the first key; it can be read back only for the same place. */
  public byte[] encrypt(String plain, Cell cell) {
    return io.vespene.core.problem.Pending.yet(plain, cell);
  }

  /**
   * The text again.
   *
   * @throws io.vespene.core.problem.SetUpProblem if the bytes were changed, moved from another
   *     cell, or encrypted with a key that is not in the file
   */
  public String decrypt(byte[] encrypted, Cell cell) {
    return io.vespene.core.problem.Pending.yet(encrypted.length, "", cell);
  }
}
