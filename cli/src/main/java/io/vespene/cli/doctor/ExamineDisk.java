package io.vespene.cli.doctor;

import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.WorkplaceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks at the directories of workers: can they be used, is there room. */
final class ExamineDisk {
  private static final long BYTES_PER_GIB = 1L << 30;

  private ExamineDisk() {}

  static List<Finding> examine(EffectiveSettings settings) {
    WorkplaceSettings workplace = WorkplaceSettings.of(settings);
    return Stream.of(
            examine("build root", "worker.build-root", workplace.buildRoot(), workplace),
            examine("state", "worker.state-directory", workplace.stateDirectory(), workplace))
        .toList();
  }

  private static Finding examine(
      String subject, String key, Path directory, WorkplaceSettings workplace) {
    Path existing = directory;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    if (!Files.isWritable(existing)) {
      return new Finding.Bad(
          subject,
          directory + " can't be written to",
          "Make the directory for the worker's user, or set " + key + " to another.");
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      String text = directory + " has " + free / BYTES_PER_GIB + " GiB free";
      return free < workplace.diskFloorBytes() + BYTES_PER_GIB
          ? new Finding.Doubtful(
              subject, text, "Make room: near worker.disk-floor no build is taken.")
          : new Finding.Good(subject, text);
    } catch (IOException e) {
      return new Finding.Bad(
          subject, directory + " can't be examined", "Check its disk: " + e.getMessage());
    }
  }
}
