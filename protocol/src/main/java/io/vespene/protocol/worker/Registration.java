package io.vespene.protocol.worker;

import java.util.List;

/**
 * Tells a server that a worker process has started, and what it is.
 *
 * <p>A new {@code processId} means that an earlier process of this worker has died: the builds it
 * ran end as {@code ORPHANED} at once.
 *
 * @param processId a random value, made anew whenever the worker process starts
 * @param pools names of the pools this process wants to serve, in no particular order
 * @param filePort the port on which build directories are served; 0 when they are not
 */
public record Registration(
    String processId,
    String name,
    String hostName,
    int filePort,
    String version,
    String operatingSystem,
    int slots,
    List<String> pools) {
  public Registration {
    pools = List.copyOf(pools);
  }
}
