package io.vespene.worker.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A control group for one build, in which all its processes stay, whatever they do to get away.
 *
 * <p>Only a worker that is root, on Linux with version 2 of control groups, can have them.
 *
 * @param directory the group, below the worker's own
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Control Group v2</a>
 */
public record BuildCgroup(Path directory) {
  private static final String PREFIX = "vespene-";
  private static final Optional<Path> PARENT = findParent();

  /** Whether this worker can have control groups. */
  public static boolean isAvailable() {
    return PARENT.isPresent();
  }

  /** A new group; empty when this worker can't have one. */
  public static Optional<BuildCgroup> create(Cookie cookie) {
    try {
      return PARENT.isPresent()
          ? Optional.of(new BuildCgroup(Files.createDirectory(place(PARENT.get(), cookie))))
          : Optional.empty();
    } catch (IOException e) {
      // The cookie still finds nearly everything.
      return Optional.empty();
    }
  }

  /** The group that an earlier life of the worker has left, if it did. */
  public static Optional<BuildCgroup> find(Cookie cookie) {
    return PARENT
        .map(parent -> place(parent, cookie))
        .filter(Files::isDirectory)
        .map(BuildCgroup::new);
  }

  /** Whoever writes its process id here enters the group. */
  Path entrance() {
    return directory.resolve("cgroup.procs");
  }

  /** Those in the group. */
  Set<Long> processes() {
    try (var lines = Files.lines(entrance())) {
      return lines.map(Long::valueOf).filter(id -> id > 1).collect(Collectors.toSet());
    } catch (IOException e) {
      return Set.of();
    }
  }

  /** Kills all of them at one moment. */
  void kill() {
    try {
      Files.writeString(
          directory.resolve("cgroup.kill"),
          "1",
          StandardCharsets.US_ASCII,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      // Linux before 5.14 has no such file: each process is killed by itself.
    }
  }

  /** Removes the group if nobody is in it. */
  public void remove() {
    try {
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      // Somebody is still being buried there: the next sweep removes it.
    }
  }

  /**
   * Removes the groups in which nobody is any more, of whichever worker. A group is entered in the
   * moment after it was made, so those that are younger than {@code age} are left alone.
   */
  public static void removeEmpty(Duration age) {
    if (PARENT.isEmpty()) {
      return;
    }
    Instant newest = Instant.now().minus(age);
    try (DirectoryStream<Path> groups = Files.newDirectoryStream(PARENT.get(), PREFIX + "*")) {
      for (Path group : groups) {
        if (Files.getLastModifiedTime(group).toInstant().isBefore(newest)) {
          // The system refuses while somebody is in it.
          new BuildCgroup(group).remove();
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Others are sweeping here too, or the groups are gone with the machine's.
    }
  }

  private static Path place(Path parent, Cookie cookie) {
    return parent.resolve(PREFIX + cookie.text());
  }

  private static Optional<Path> findParent() {
    try {
      Optional<String> mount =
          Files.readAllLines(Path.of("/proc/self/mountinfo")).stream()
              .filter(line -> line.contains(" - cgroup2 "))
              .map(line -> line.split(" ", -1)[4])
              .findFirst();
      Optional<String> own =
          Files.readAllLines(Path.of("/proc/self/cgroup")).stream()
              .filter(line -> line.startsWith("0::/"))
              .map(line -> line.substring("0::/".length()))
              .findFirst();
      return mount
          .flatMap(root -> own.map(path -> Path.of(root).resolve(path)))
          .filter(directory -> Files.isWritable(directory.resolve("cgroup.procs")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
