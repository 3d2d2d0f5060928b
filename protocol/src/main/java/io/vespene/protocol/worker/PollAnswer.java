package io.vespene.protocol.worker;

import java.util.List;

/**
 * What a server has to tell a worker.
 *
 * @param assignments builds to acknowledge and start; never more than there are free slots
 * @param stops builds to be stopped; repeated until the worker has finished them
 * @param lost builds that are no longer this worker's: end them, report nothing
 * @param drain claim nothing more, as long as this is true
 */
public record PollAnswer(
    List<Assignment> assignments, List<StopOrder> stops, List<HeldBuild> lost, boolean drain) {
  public PollAnswer {
    assignments = List.copyOf(assignments);
    stops = List.copyOf(stops);
    lost = List.copyOf(lost);
  }

  public boolean isEmpty() {
    return assignments.isEmpty() && stops.isEmpty() && lost.isEmpty() && !drain;
  }
}
