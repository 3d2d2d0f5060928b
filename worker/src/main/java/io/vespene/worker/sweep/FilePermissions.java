package io.vespene.worker.sweep;

import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Permissions of files as octal numbers. */
public final class FilePermissions {
  /** For directories that only the worker's own user may enter. */
  public static final FileAttribute<Set<PosixFilePermission>> PRIVATE_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final List<PosixFilePermission> BY_BIT =
      List.of(
          PosixFilePermission.OTHERS_EXECUTE,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_READ);

  private FilePermissions() {}

  /**
   * The permissions of a number such as 0770.
   *
   * @throws IllegalArgumentException if it has other bits than the nine of owner, group and others
   */
  public static Set<PosixFilePermission> of(int mode) {
    if (mode < 0 || mode > 0777) {
      throw new IllegalArgumentException("permissions " + Integer.toOctalString(mode));
    }
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < BY_BIT.size(); bit++) {
      if ((mode & (1 << bit)) != 0) {
        permissions.add(BY_BIT.get(bit));
      }
    }
    return permissions;
  }
}
