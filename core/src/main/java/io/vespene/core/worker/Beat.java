package io.vespene.core.worker;

import io.vespene.protocol.worker.HeldBuild;
import io.vespene.protocol.worker.Poll;
import io.vespene.protocol.worker.StopOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the database has to say to a worker at one moment.
 *
 * @param drainAsked a person wants it to take no more
 * @param pools numbers of the pools it serves
 * @param buildsWait whether there is anything in their queues
 * @param inHand the builds that are its own, handed over or running
 */
record Beat(boolean drainAsked, Set<Long> pools, boolean buildsWait, List<InHand> inHand) {
  /**
   * A build of the worker's present process.
   *
   * @param handedOver not acknowledged yet
   * @param stopReason empty text unless it is to be stopped
   */
  record InHand(HeldBuild build, boolean handedOver, String stopReason) {}

  Beat {
    pools = Set.copyOf(pools);
    inHand = List.copyOf(inHand);
  }

  List<StopOrder> stops() {
    return inHand.stream()
        .filter(held -> !held.stopReason().isEmpty())
        .map(held -> new StopOrder(held.build().build(), held.build().epoch(), held.stopReason()))
        .toList();
  }

  /** What the worker believes to have and has no more. */
  List<HeldBuild> lost(Poll poll) {
    var own = new HashSet<HeldBuild>();
    inHand.forEach(held -> own.add(held.build()));
    return poll.holding().stream().filter(held -> !own.contains(held)).toList();
  }

  /** Builds that were handed to the worker in an answer that never reached it. */
  List<Long> undelivered(Poll poll) {
    var received = new HashSet<>(poll.holding());
    return inHand.stream()
        .filter(held -> held.handedOver() && !received.contains(held.build()))
        .map(held -> held.build().build())
        .toList();
  }
}
