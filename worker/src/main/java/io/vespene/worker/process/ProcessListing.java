package io.vespene.worker.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The process table of systems without {@code /proc}, as the program {@code ps} of POSIX shows it.
 *
 * <p>Environments can't be seen there, so a process is found by its parents and its group only.
 */
final class ProcessListing implements ProcessTable {
  @Override
  public List<ProcessEntry> processes(long smallest) {
    var entries = new ArrayList<ProcessEntry>();
    try {
      Process listing =
          new ProcessBuilder("ps", "-A", "-o", "pid=,ppid=,pgid=,stat=")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader lines = listing.inputReader()) {
        lines.lines().forEach(line -> parse(line).ifPresent(entries::add));
      }
      entries.removeIf(entry -> entry.processId() == listing.pid());
    } catch (IOException e) {
      // No process can be started just now: the JDK still knows every process and its parent.
      ProcessHandle.allProcesses()
          .map(process -> new ProcessEntry(process.pid(), parentOf(process), 0, 0, 0))
          .forEach(entries::add);
    }
    return entries;
  }

  @Override
  public Optional<ProcessEntry> find(long processId) {
    return processes(0).stream().filter(entry -> entry.processId() == processId).findFirst();
  }

  @Override
  public long greatestId() {
    return 0;
  }

  @Override
  public long now() {
    return 0;
  }

  @Override
  public boolean environmentHolds(long processId, byte[] text) {
    return false;
  }

  private static Optional<ProcessEntry> parse(String line) {
    String[] fields = line.strip().split(" +", -1);
    if (fields.length < 4 || fields[3].startsWith("Z")) {
      return Optional.empty();
    }
    return Optional.of(
        new ProcessEntry(
            Long.parseLong(fields[0]), Long.parseLong(fields[1]), Long.parseLong(fields[2]), 0, 0));
  }

  private static long parentOf(ProcessHandle process) {
    return process.parent().map(ProcessHandle::pid).orElse(0L);
  }
}
