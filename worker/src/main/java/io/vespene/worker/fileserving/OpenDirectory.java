package io.vespene.worker.fileserving;

import io.vespene.protocol.files.FileKind;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;

/**
 * A directory that is held open, so that it stays the same one whatever happens to its name.
 *
 * <p>What is below is reached name by name through the open directory ({@code openat}), without
 * following links: there is no path that could lead elsewhere, also not when a script swaps names
 * meanwhile.
 */
interface OpenDirectory extends AutoCloseable {
  /** Opens a directory right in this one. */
  OpenDirectory openDirectory(String name) throws NothingThere, InterruptedException;

  /**
   * Opens a file right in this directory for reading: a regular one, and nothing else.
   *
   * @param scriptUser whose files may have more names than this one. Of anybody else's, such a name
   *     may be a hard link that a script has made to a file it must not read. Where the system does
   *     not tell how many names a file has, all are opened.
   */
  FileChannel openFile(String name, Optional<UserPrincipal> scriptUser)
      throws NothingThere, InterruptedException;

  /** Looks at what is right in this directory. */
  BasicFileAttributes look(String name) throws NothingThere;

  /** Looks at the directory itself. */
  BasicFileAttributes look() throws NothingThere;

  /**
   * The names in this directory. May be called once.
   *
   * @param most no more than these are read
   */
  List<String> names(int most) throws NothingThere;

  @Override
  void close();

  /** What somebody is told about what is there. */
  static FileKind kind(BasicFileAttributes attributes) {
    if (attributes.isDirectory()) {
      return FileKind.DIRECTORY;
    }
    if (attributes.isRegularFile()) {
      return FileKind.FILE;
    }
    return attributes.isSymbolicLink() ? FileKind.LINK : FileKind.OTHER;
  }
}
