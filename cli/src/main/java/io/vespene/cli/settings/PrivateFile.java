package io.vespene.cli.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Files that hold secrets must be their owner's alone. */
public final class PrivateFile {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private PrivateFile() {}

  /** What is wrong with the file's permissions, and the command that repairs it. */
  public static Optional<String> findProblem(Path file) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (OWNERS.containsAll(permissions)) {
        return Optional.empty();
      }
      return Optional.of(
          "The file "
              + file
              + " holds a secret, but others may use it ("
              + PosixFilePermissions.toString(permissions)
              + "): chmod 600 "
              + file);
    } catch (IOException e) {
      return Optional.of("The file " + file + " can't be read.");
    }
  }
}
