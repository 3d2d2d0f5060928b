package io.vespene.protocol.worker;

import java.util.List;
import java.util.Optional;

/**
 * Heartbeat, claim and control in one: what a worker is doing and how much more it can take.
 *
 * <p>A poll may be repeated or overtaken by a newer one at any time: hand-overs that the worker
 * does not list in {@code holding} are simply given to it again.
 *
 * @param holding every build that was received and has not been finished
 * @param freeSlots how many more builds can be started now; 0 while draining
 * @param onlyBuild when present, no build but this one is wanted
 * @param diskFreeBytes free space where the build root is
 * @param address as it is now, which may be another than the worker was registered with; a server
 *     keeps the old one when it is missing
 * @param waitMillis how long the server may hold the answer while there is nothing to tell
 */
public record Poll(
    String processId,
    List<HeldBuild> holding,
    int freeSlots,
    Optional<Long> onlyBuild,
    boolean draining,
    long diskFreeBytes,
    Optional<WorkerAddress> address,
    long waitMillis) {
  public Poll {
    holding = List.copyOf(holding);
  }
}
