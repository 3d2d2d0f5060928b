package io.vespene.worker.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** The SSH agents of a worker's builds, as the system's list of processes shows them. */
public final class Agents {
  private Agents() {}

  /** Those whose socket lies below a directory, and what they were started with. */
  public static int count(Path directory) throws Exception {
    return new Marker("\0-a\0" + directory).processes().size()
        + new Marker(" -a " + directory).processes().size();
  }

  /** Waits until there are none. */
  public static void awaitNone(Path directory) throws Exception {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (count(directory) > 0) {
      assertThat(System.nanoTime()).as("agents are gone").isLessThan(deadline);
      Thread.sleep(20);
    }
  }
}
