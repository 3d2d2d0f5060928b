package io.vespene.worker.process;

import io.vespene.plugin.ProgramMissing;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds programs in the folders of a {@code PATH}. */
final class SearchPath {
  /** What a system searches when there is no {@code PATH}. */
  static final String DEFAULT = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin";

  private SearchPath() {}

  static Optional<Path> find(String program, String searchPath) {
    for (String folder : searchPath.split(File.pathSeparator, -1)) {
      // An empty or relative folder would mean whatever the current directory holds.
      if (folder.startsWith("/")) {
        Path file = Path.of(folder, program);
        if (Files.isExecutable(file) && !Files.isDirectory(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  /** A program given by an absolute path is taken as it is. */
  static Path require(String program, String searchPath) throws ProgramMissing {
    if (program.startsWith("/")) {
      Path file = Path.of(program);
      if (!Files.exists(file)) {
        throw new ProgramMissing(program);
      }
      return file;
    }
    return find(program, searchPath).orElseThrow(() -> new ProgramMissing(program));
  }
}
