package io.vespene.worker.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the system tells about the processes that run now. Those that only wait to be reaped are
 * left out.
 */
interface ProcessTable {
  /**
   * Every process that can be seen.
   *
   * @param smallest those with a smaller id may be left out
   */
  List<ProcessEntry> processes(long smallest);

  /** The greatest id that a process can have; 0 when ids don't ascend, or nobody knows. */
  long greatestId();

  /** One process, as long as it runs. */
  Optional<ProcessEntry> find(long processId);

  /** What {@link ProcessEntry#startedAt} is of a process that is started now, or a little less. */
  long now();

  /** Whether a process was started with this text in its environment, as far as can be seen. */
  boolean environmentHolds(long processId, byte[] text);

  /** The table of this machine. */
  static ProcessTable ofThisMachine() {
    return Files.isReadable(Path.of("/proc/self/stat"))
        ? new ProcFileSystem()
        : new ProcessListing();
  }
}
