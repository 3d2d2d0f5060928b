package io.vespene.worker.fileserving;

import io.vespene.protocol.files.FileKind;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

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

  /** Opens a file right in this directory for reading: a regular one, and nothing else. */
  FileChannel openFile(String name) throws NothingThere, InterruptedException;

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
