package io.vespene.worker.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A text that must not be found where secrets must not be. */
record Canary(String text) {
  /** The arguments and environments of all processes that hold it. */
  List<String> processes() {
    var found = new ArrayList<String>();
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
      for (String what : List.of("cmdline", "environ")) {
        Path file = Path.of("/proc", Long.toString(process.pid()), what);
        try {
          if (isIn(Files.readAllBytes(file))) {
            found.add(file.toString());
          }
        } catch (IOException e) {
          // It has ended meanwhile.
        }
      }
    }
    return found;
  }

  /** The files in a directory that hold it. */
  List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      var found = new ArrayList<Path>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (isIn(Files.readAllBytes(file))) {
          found.add(file);
        }
      }
      return found;
    }
  }

  private boolean isIn(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }
}
