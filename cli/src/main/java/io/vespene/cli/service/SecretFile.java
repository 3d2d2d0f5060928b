package io.vespene.cli.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files that only their owner may read. */
public final class SecretFile {
  private static final FileAttribute<Set<PosixFilePermission>> OWNERS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private SecretFile() {}

  /**
   * Writes the text and a line break. A reader sees the old file or the new one, never a part, and
   * nobody else ever sees either.
   *
   * @throws UncheckedIOException if the file can't be written
   */
  public static void write(Path file, String text) {
    Path absolute = file.toAbsolutePath();
    try {
      Path unfinished =
          Files.createTempFile(absolute.resolveSibling("."), ".unfinished-", "", OWNERS_ALONE);
      Files.writeString(unfinished, text + "\n");
      Files.move(unfinished, absolute, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " can't be written", e);
    }
  }
}
