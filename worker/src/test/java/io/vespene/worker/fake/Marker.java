package io.vespene.worker.fake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A text in the command lines of a test's processes, by which the test finds them whatever has
 * become of their environment and parents.
 */
public record Marker(String text) {
  /** A marker that no other process carries: an odd number of seconds for {@code sleep}. */
  public static Marker fresh() {
    return new Marker("3600." + (UUID.randomUUID().getMostSignificantBits() >>> 2));
  }

  /** The processes that run and carry it. */
  public List<Long> processes() throws Exception {
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> Character.isDigit(name.charAt(0)))
          .filter(this::isCarriedBy)
          .map(Long::valueOf)
          .toList();
    }
  }

  private boolean isCarriedBy(String processId) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc", processId, "cmdline"));
      return new String(line, StandardCharsets.UTF_8).contains(text);
    } catch (java.io.IOException e) {
      return false;
    }
  }

  /** Waits until so many processes carry it. */
  public void awaitProcesses(int count) throws Exception {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (processes().size() < count) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("only " + processes() + " carry " + text);
      }
      Thread.sleep(10);
    }
  }
}
