package io.vespene.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The file in which a running PostgreSQL names its process. It stays behind after a crash. */
record PostmasterFile(Path file) {
  static PostmasterFile in(Path dataDirectory) {
    return new PostmasterFile(dataDirectory.resolve("postmaster.pid"));
  }

  /**
   * The process, if it is alive and really runs one of the programs below {@code home}: after a
   * restart of the machine its number may belong to anybody.
   */
  Optional<ProcessHandle> findProcess(Path home) {
    return findNumber()
        .flatMap(ProcessHandle::of)
        .filter(process ->
            process.info().command().filter(it -> Path.of(it).startsWith(home)).isPresent());
  }

  /** Removes what a dead process left, for PostgreSQL would wait for whoever has its number now. */
  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new PostgresFailure("The file " + file + " can't be removed", e);
    }
  }

  private Optional<Long> findNumber() {
    try {
      return Files.readAllLines(file).stream()
          .findFirst()
          .filter(line -> line.strip().matches("\\d{1,10}"))
          .map(line -> Long.parseLong(line.strip()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new PostgresFailure("The file " + file + " can't be read", e);
    }
  }
}
