package io.vespene.e2e.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Looks again and again at the arguments and environments of all processes, until it is closed. */
final class ProcessWatch implements AutoCloseable {
  private static final long BETWEEN_LOOKS_NANOS = 20_000_000;

  private final Canaries canaries;
  private final Set<String> found = new ConcurrentSkipListSet<>();
  private final AtomicInteger looks = new AtomicInteger();
  private final Thread thread = Thread.ofPlatform().name("process watch").unstarted(this::watch);
  private volatile boolean over;

  private ProcessWatch(Canaries canaries) {
    this.canaries = canaries;
  }

  static ProcessWatch start(Canaries canaries) {
    var watch = new ProcessWatch(canaries);
    watch.thread.start();
    return watch;
  }

  /** Returns what was seen, and where. */
  Set<String> found() {
    return Set.copyOf(found);
  }

  /** Returns how often it has looked at everything. */
  int looks() {
    return looks.get();
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void watch() {
    while (!over) {
      try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
        processes.forEach(this::look);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      looks.incrementAndGet();
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }

  private void look(Path process) {
    for (String part : List.of("cmdline", "environ")) {
      List<String> hits = canaries.in(read(process.resolve(part)));
      if (!hits.isEmpty()) {
        found.add(part + " of " + read(process.resolve("cmdline")).replace('\0', ' '));
      }
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      // The process has ended meanwhile.
      return "";
    }
  }
}
