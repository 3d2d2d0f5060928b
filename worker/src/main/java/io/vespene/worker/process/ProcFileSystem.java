package io.vespene.worker.process;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The process table of Linux, read from {@code /proc}.
 *
 * <p>It is read at the end of every build, so it opens one small file per process and no more.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
final class ProcFileSystem implements ProcessTable {
  private static final File PROC = new File("/proc");
  private static final File UPTIME = new File("/proc/uptime");
  private static final int STAT_BYTES = 1024;
  private static final int FIELDS_AFTER_NAME = 20;
  private static final long GREATEST_ID = readGreatestId();

  @Override
  public List<ProcessEntry> processes(long smallest) {
    String[] names = PROC.list();
    var entries = new ArrayList<ProcessEntry>();
    var buffer = new byte[STAT_BYTES];
    for (String name : names == null ? new String[0] : names) {
      if (Character.isDigit(name.charAt(0)) && Long.parseLong(name) >= smallest) {
        read(Long.parseLong(name), buffer).ifPresent(entries::add);
      }
    }
    return entries;
  }

  @Override
  public long greatestId() {
    return GREATEST_ID;
  }

  @Override
  public Optional<ProcessEntry> find(long processId) {
    return read(processId, new byte[STAT_BYTES]);
  }

  /**
   * Both count from the start of the system, this one in seconds with two decimals, and the other
   * in hundredths, on all processors that Java runs on.
   *
   * @see <a href="https://man7.org/linux/man-pages/man5/proc_uptime.5.html">proc_uptime(5)</a>
   */
  @Override
  public long now() {
    try (var in = new FileInputStream(UPTIME)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return Long.parseLong(text.substring(0, text.indexOf(' ')).replace(".", ""));
    } catch (IOException e) {
      // Then no process is too old to be looked at.
      return 0;
    }
  }

  @Override
  public boolean environmentHolds(long processId, byte[] text) {
    try (var in = new FileInputStream("/proc/" + processId + "/environ")) {
      return holds(in.readAllBytes(), text);
    } catch (IOException e) {
      // It has ended, or belongs to somebody else.
      return false;
    }
  }

  private static long readGreatestId() {
    try {
      return Long.parseLong(Files.readString(Path.of("/proc/sys/kernel/pid_max")).strip());
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private static Optional<ProcessEntry> read(long processId, byte[] buffer) {
    try (var in = new FileInputStream("/proc/" + processId + "/stat")) {
      int length = in.read(buffer);
      return length <= 0 ? Optional.empty() : parse(processId, buffer, length);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The name, in parentheses, may hold anything; nothing after the last parenthesis can. */
  private static Optional<ProcessEntry> parse(long processId, byte[] stat, int length) {
    int nameEnd = length - 1;
    while (nameEnd > 0 && stat[nameEnd] != ')') {
      nameEnd--;
    }
    String rest = new String(stat, nameEnd + 1, length - nameEnd - 1, StandardCharsets.US_ASCII);
    String[] fields = rest.strip().split(" ", -1);
    if (fields.length < FIELDS_AFTER_NAME) {
      return Optional.empty();
    }
    boolean ended = fields[0].equals("Z") || fields[0].equals("X");
    return ended
        ? Optional.empty()
        : Optional.of(
            new ProcessEntry(
                processId,
                Long.parseLong(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[19])));
  }

  private static boolean holds(byte[] all, byte[] text) {
    for (int at = 0; at <= all.length - text.length; at++) {
      if (Arrays.equals(all, at, at + text.length, text, 0, text.length)) {
        return true;
      }
    }
    return false;
  }
}
