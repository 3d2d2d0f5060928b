package io.vespene.worker.claim;

import io.vespene.protocol.worker.PollAnswer;
import io.vespene.protocol.worker.Registered;
import io.vespene.worker.build.BuildRun;
import io.vespene.worker.output.DeliveryEnd;
import io.vespene.worker.server.ServerFailure;

/** What the claim loop hears, in the order in which it happened. */
sealed interface ClaimEvent {
  /** A server knows this worker now. */
  record Joined(Registered registered) implements ClaimEvent {}

  /**
   * A server has answered.
   *
   * @param poll the number of the poll, counted from 1
   */
  record Answered(long poll, PollAnswer answer) implements ClaimEvent {}

  /** A poll came to nothing. */
  record PollFailed(long poll, ServerFailure failure) implements ClaimEvent {}

  /** A slot can take another build. */
  record SlotFreed(BuildRun run) implements ClaimEvent {}

  /** A build is out of this worker's hands. */
  record BuildOver(BuildRun run, DeliveryEnd end) implements ClaimEvent {}

  /** The worker is reached elsewhere now. */
  record Moved() implements ClaimEvent {}

  /** Claim nothing more, and end when the last build has. */
  record Drain() implements ClaimEvent {}

  /** Stop what runs, and end. */
  record Abort() implements ClaimEvent {}
}
