package io.vespene.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that Tomcat asks for, gone when the server has stopped. */
final class WorkDirectory {
  private final Path path;

  private WorkDirectory(Path path) {
    this.path = path;
  }

  static WorkDirectory create() {
    try {
      return new WorkDirectory(Files.createTempDirectory("vespene-server-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  File file() {
    return path.toFile();
  }

  /** Removes it and all below; does nothing when it is gone already. */
  void remove() {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> below = Files.walk(path)) {
      List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
      for (Path found : deepestFirst) {
        Files.deleteIfExists(found);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
