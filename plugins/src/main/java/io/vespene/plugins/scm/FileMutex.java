package io.vespene.plugins.scm;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.CommandStopped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock between all builds of all workers on this machine, which the system takes away from
 * whoever dies.
 */
final class FileMutex implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);
  // The system's locks are those of a process. Within ours this set decides, and first: closing a
  // file gives up all locks that the process has on it.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FileMutex(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock as soon as it is free.
   *
   * @return empty if others have it for so long
   * @throws CommandStopped if the build is stopped meanwhile
   */
  static Optional<FileMutex> take(Path file, Duration limit, BuildCommands commands)
      throws IOException, CommandStopped {
    long start = System.nanoTime();
    Optional<FileMutex> taken = tryTake(file);
    while (taken.isEmpty() && System.nanoTime() - start < limit.toNanos()) {
      commands.pause(LOOK);
      taken = tryTake(file);
    }
    return taken;
  }

  /** Takes the lock if it is free. */
  static Optional<FileMutex> tryTake(Path file) throws IOException {
    if (!HELD_HERE.add(file)) {
      return Optional.empty();
    }
    Optional<FileChannel> channel = Optional.empty();
    try {
      channel = lock(file);
      return channel.map(locked -> new FileMutex(file, locked));
    } finally {
      if (channel.isEmpty()) {
        HELD_HERE.remove(file);
      }
    }
  }

  private static Optional<FileChannel> lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      FileLock lock = channel.tryLock();
      locked = lock != null;
      return locked ? Optional.of(channel) : Optional.empty();
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
