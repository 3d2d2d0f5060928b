package io.vespene.cli.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once per version into a folder of their own. */
record PostgresPrograms(Path directory) {
  private static final String VERSION = "18.6";

  /** The first number of the version, which the data directory must have been made with. */
  static final String MAJOR_VERSION = VERSION.substring(0, VERSION.indexOf('.'));

  /**
   * Unpacks them below {@code parent} unless they are there. The caller makes sure that nobody else
   * does the same at the same time.
   */
  static PostgresPrograms unpack(Path parent) {
    Path directory = parent.resolve("programs-" + VERSION);
    if (!Files.isDirectory(directory)) {
      Path unfinished = parent.resolve("programs-unfinished");
      try {
        remove(unfinished);
        Files.createDirectories(unfinished);
        unpackInto(unfinished);
        // Whole or not at all: what is called by the final name can be relied on.
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new PostgresFailure("PostgreSQL could not be unpacked into " + directory, e);
      }
    }
    return new PostgresPrograms(directory);
  }

  Path program(String name) {
    return directory.resolve("bin").resolve(name);
  }

  private static void unpackInto(Path directory) throws IOException {
    try (InputStream archive = archive();
        var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(entry, tar, directory);
      }
    }
  }

  private static InputStream archive() throws IOException {
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
        mac ? "Darwin" : "Linux", System.getProperty("os.arch"));
  }

  private static void place(TarArchiveEntry entry, InputStream content, Path directory)
      throws IOException {
    Path target = directory.resolve(entry.getName()).normalize();
    if (!target.startsWith(directory)) {
      throw new IOException("the archive wants to write outside of its folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, directory.resolve(entry.getLinkName()).normalize());
    } else {
      Files.copy(content, target);
      if (target.startsWith(directory.resolve("bin")) && !target.toFile().setExecutable(true)) {
        throw new IOException(target + " can't be made executable");
      }
    }
  }

  static void remove(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(directory)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw new IOException(directory + " changes while it is read", e);
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
