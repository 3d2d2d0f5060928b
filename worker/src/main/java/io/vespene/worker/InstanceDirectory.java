package io.vespene.worker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The part of a state directory that belongs to one running worker, held by a lock.
 *
 * <p>A worker with a name has the directory of that name; those without take the first number that
 * is free, so that several of them can run side by side and find themselves again.
 */
final class InstanceDirectory implements AutoCloseable {
  private static final int MOST_WITHOUT_NAME = 1000;

  // The system's locks are those of a process. Within ours this set decides, and first: closing a
  // file gives up all locks that the process has on it, also those of another worker in it.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final int number;
  private final FileChannel channel;

  private InstanceDirectory(Path path, int number, FileChannel channel) {
    this.path = path;
    this.number = number;
    this.channel = channel;
  }

  /**
   * Takes a directory.
   *
   * @throws InvalidSetting if a worker of this name runs here already
   * @throws IOException if the state directory can't be used
   */
  static InstanceDirectory take(Path stateDirectory, Optional<String> name) throws IOException {
    Path parent = Files.createDirectories(stateDirectory.resolve("workers"));
    Files.setPosixFilePermissions(stateDirectory, PosixFilePermissions.fromString("rwx------"));
    if (name.isPresent()) {
      return tryTake(parent.resolve("name-" + name.get()), 0)
          .orElseThrow(() ->
              new InvalidSetting(
                  "name", name.get(), "another one: a worker of this name runs here"));
    }
    for (int number = 1; number <= MOST_WITHOUT_NAME; number++) {
      Optional<InstanceDirectory> taken = tryTake(parent.resolve(Integer.toString(number)), number);
      if (taken.isPresent()) {
        return taken.get();
      }
    }
    throw new IOException("over " + MOST_WITHOUT_NAME + " workers run in " + stateDirectory);
  }

  private static Optional<InstanceDirectory> tryTake(Path path, int number) throws IOException {
    // Whatever way leads to it: one directory has one name here.
    Path real = Files.createDirectories(path).toRealPath();
    if (!HELD_HERE.add(real)) {
      return Optional.empty();
    }
    Optional<FileChannel> channel = Optional.empty();
    try {
      channel = lock(real.resolve("lock"));
      return channel.map(locked -> new InstanceDirectory(real, number, locked));
    } finally {
      if (channel.isEmpty()) {
        HELD_HERE.remove(real);
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

  /** Takes what dead workers have left beside this one, so that it can be swept. */
  List<InstanceDirectory> takeAbandoned() throws IOException {
    var abandoned = new ArrayList<InstanceDirectory>();
    try (DirectoryStream<Path> directories = Files.newDirectoryStream(path.getParent())) {
      for (Path directory : directories) {
        if (!directory.equals(path) && hasRuns(directory)) {
          tryTake(directory, 0).ifPresent(abandoned::add);
        }
      }
    }
    return abandoned;
  }

  private static boolean hasRuns(Path directory) throws IOException {
    Path runs = directory.resolve("runs");
    if (!Files.isDirectory(runs)) {
      return false;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(runs)) {
      return left.iterator().hasNext();
    }
  }

  /** 1 for the first worker without a name here, and so on; 0 for one with a name. */
  int number() {
    return number;
  }

  Path runs() {
    return path.resolve("runs");
  }

  Path kept() {
    return path.resolve("kept");
  }

  Path credential() {
    return path.resolve("credential.json");
  }

  /** Lets another worker have the directory. */
  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD_HERE.remove(path);
    }
  }
}
