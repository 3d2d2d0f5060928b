package io.vespene.core.worker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A worker, whichever process of it runs.
 *
 * @param filePort the port on which it serves build directories; 0 when it does not
 * @param otherVersion whether its program is of another version than this server's
 * @param drainAsked whether a person wants it to take no more builds
 * @param pools names of the pools it serves
 * @param builds the builds in its hands
 */
public record Worker(
    long id,
    String name,
    WorkerStatus status,
    String hostName,
    int filePort,
    String version,
    boolean otherVersion,
    String operatingSystem,
    int slots,
    int freeSlots,
    long diskFreeBytes,
    boolean drainAsked,
    Instant enrolledAt,
    Optional<Instant> registeredAt,
    Optional<Instant> lastSeenAt,
    List<String> pools,
    List<Long> builds) {
  public Worker {
    pools = List.copyOf(pools);
    builds = List.copyOf(builds);
  }
}
