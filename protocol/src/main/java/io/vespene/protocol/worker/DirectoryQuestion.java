package io.vespene.protocol.worker;

import java.util.List;

/**
 * Asks which directories of builds may be removed.
 *
 * @param builds numbers of builds that this worker has run; {@value #MOST} at most
 */
public record DirectoryQuestion(String processId, List<Long> builds) {
  /** As many as one question may name. */
  public static final int MOST = 1_000;

  public DirectoryQuestion {
    builds = List.copyOf(builds);
  }
}
