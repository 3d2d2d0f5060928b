package io.vespene.protocol.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A worker as the servers know it.
 *
 * @param state {@code ONLINE}, {@code DRAINING}, {@code UNREACHABLE} (silent for 30 s or more) or
 *     {@code OFFLINE} (ended in good order, or never started)
 * @param pools the names of the pools it serves now
 * @param runningBuilds the numbers of the builds in its hands
 * @param drainAsked whether somebody wants it to take no more builds
 * @param hostName the name or address under which its files are fetched
 * @param filePort 0 when it serves no files
 * @param versionDiffers whether its version is another than that of the server that answers
 * @param diskFreeBytes free space where its build root is
 */
public record WorkerResource(
    long id,
    String name,
    String state,
    List<String> pools,
    int slots,
    int freeSlots,
    List<Long> runningBuilds,
    boolean drainAsked,
    String hostName,
    int filePort,
    String version,
    boolean versionDiffers,
    String operatingSystem,
    long diskFreeBytes,
    Instant enrolledAt,
    Optional<Instant> registeredAt,
    Optional<Instant> lastSeenAt) {
  public WorkerResource {
    pools = List.copyOf(pools);
    runningBuilds = List.copyOf(runningBuilds);
  }
}
