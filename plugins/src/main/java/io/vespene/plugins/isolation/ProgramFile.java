package io.vespene.plugins.isolation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds programs in the folders of a {@code PATH}. */
final class ProgramFile {
  private ProgramFile() {}

  static Optional<Path> find(String program, String searchPath) {
    for (String folder : searchPath.split(":", -1)) {
      Path file = Path.of(folder, program);
      // An empty or relative folder would mean whatever the current directory holds.
      if (folder.startsWith("/") && Files.isExecutable(file) && !Files.isDirectory(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
