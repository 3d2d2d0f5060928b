package io.vespene.worker.sweep;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The directories of the builds that this worker runs, and of those that an earlier life of it ran.
 */
public final class RunDirectories {
  private final Path parent;
  private final Set<Path> inUse = ConcurrentHashMap.newKeySet();

  public RunDirectories(Path parent) throws IOException {
    this.parent = Files.createDirectories(parent);
  }

  /** Where a build that is about to run will have its directory; nobody sweeps there. */
  public RunDirectory reserve(long build, int epoch) {
    Path directory = parent.resolve(build + "-" + epoch);
    inUse.add(directory);
    return new RunDirectory(directory);
  }

  /** Removes the directory of a build that has ended. */
  public void remove(RunDirectory directory) throws IOException {
    try {
      directory.remove();
    } finally {
      // What could not be removed now, the next sweep tries again.
      inUse.remove(directory.path());
    }
  }

  /** Leaves the directory of a build that has ended, so that the next sweep clears what is left. */
  public void leaveToSweep(RunDirectory directory) {
    inUse.remove(directory.path());
  }

  /** The directories in which nobody works any more. */
  List<RunDirectory> leftovers() throws IOException {
    var left = new ArrayList<RunDirectory>();
    try (DirectoryStream<Path> directories = Files.newDirectoryStream(parent)) {
      for (Path directory : directories) {
        if (!inUse.contains(directory)) {
          left.add(new RunDirectory(directory));
        }
      }
    }
    return left;
  }
}
