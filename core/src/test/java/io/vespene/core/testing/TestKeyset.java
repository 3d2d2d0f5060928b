package io.vespene.core.testing;

import io.vespene.core.secret.Keyset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keys that all tests of a JVM share. */
final class TestKeyset {
  private static final Keyset SHARED = make();

  private TestKeyset() {}

  static Keyset shared() {
    return SHARED;
  }

  private static Keyset make() {
    try {
      Path directory = Files.createTempDirectory("keyset-");
      Path file = directory.resolve("keyset.json");
      Keyset.generate(file);
      Keyset keyset = Keyset.read(file);
      Files.delete(file);
      Files.delete(directory);
      return keyset;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
