package io.vespene.bench;

import io.vespene.e2e.process.BackgroundProcess;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.process.Folder;
import io.vespene.e2e.process.FreePort;
import io.vespene.e2e.process.Memory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What the JDK's own little web server needs: hardly a Java service needs less. */
record JavaFloor(double startMillis, double residentMebibytes) {
  private static final int STARTS = 5;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Pattern READY = Pattern.compile("Serving .*");

  static JavaFloor measure() {
    try (var folder = Folder.create("java-floor")) {
      double millis = Repeated.medianMillis(STARTS, () -> timeStart(folder));
      try (BackgroundProcess server = start(folder)) {
        return new JavaFloor(millis, mebibytes(server.pid()));
      }
    }
  }

  /** Returns how much physical memory a process holds now. */
  static double mebibytes(long pid) {
    return Memory.residentBytes(pid) / (double) (1 << 20);
  }

  private static Duration timeStart(Folder folder) {
    long begin = System.nanoTime();
    try (BackgroundProcess _ = start(folder)) {
      return Duration.ofNanos(System.nanoTime() - begin);
    }
  }

  private static BackgroundProcess start(Folder folder) {
    var arguments =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-m",
            "jdk.httpserver",
            "-b",
            "127.0.0.1",
            "-p",
            Integer.toString(FreePort.find()),
            "-d",
            folder.path().toString());
    BackgroundProcess server =
        BackgroundProcess.start("java", Command.of(arguments), folder.resolve("java.log"));
    server.awaitOutput(READY, LIMIT);
    return server;
  }
}
