package io.vespene.e2e.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks for what builds left behind among the machine's processes. */
public final class BuildProcesses {
  private BuildProcesses() {}

  /**
   * Returns the ids and command lines of all processes that carry the environment of a build and a
   * place in it below the folder.
   */
  public static List<String> below(Path folder) {
    try (var entries = Files.list(Path.of("/proc"))) {
      return entries
          .filter(entry -> entry.getFileName().toString().matches("\\d+"))
          .filter(entry -> belongs(read(entry.resolve("environ")), folder))
          .map(entry ->
              entry.getFileName() + " " + read(entry.resolve("cmdline")).replace('\0', ' '))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean belongs(String environment, Path folder) {
    return environment.contains("VESPENE_BUILD_ID=") && environment.contains("=" + folder + "/");
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException _) {
      // The process has ended meanwhile, or it is somebody else's.
      return "";
    }
  }
}
