package io.vespene.worker.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Writes files that are to be run.
 *
 * <p>A process that is started at the very moment at which such a file is open holds it open for an
 * instant longer, and running the file then fails with "text file busy". So no process of this
 * program is started while one is being written.
 */
public final class ExecutableFile {
  private static final ReadWriteLock WRITING = new ReentrantReadWriteLock(true);

  private ExecutableFile() {}

  /** Held while a process is started. */
  static Lock startLock() {
    return WRITING.writeLock();
  }

  /**
   * Writes a new file in place of whatever had that name. A link there is replaced, not followed.
   *
   * @throws IOException also if a directory that is not empty has that name
   */
  public static void write(Path file, byte[] content, Set<PosixFilePermission> permissions)
      throws IOException {
    Lock lock = WRITING.readLock();
    lock.lock();
    try {
      Files.deleteIfExists(file);
      Files.write(
          file,
          content,
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);
      Files.setPosixFilePermissions(file, permissions);
    } finally {
      lock.unlock();
    }
  }
}
