package io.vespene.protocol.worker;

import java.util.List;

/**
 * Which directories of builds may be removed.
 *
 * @param builds those of the builds asked about that nobody needs any more
 */
public record ExpiredDirectories(List<Long> builds) {
  public ExpiredDirectories {
    builds = List.copyOf(builds);
  }
}
