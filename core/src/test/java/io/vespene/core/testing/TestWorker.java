package io.vespene.core.testing;

import io.vespene.core.Core;
import io.vespene.core.build.FinishResult;
import io.vespene.core.claim.Claim;
import io.vespene.core.log.AppendResult;
import io.vespene.protocol.log.LogFrame;
import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.HeldBuild;
import io.vespene.protocol.worker.Outcome;
import io.vespene.protocol.worker.Poll;
import io.vespene.protocol.worker.PollAnswer;
import io.vespene.protocol.worker.Registered;
import io.vespene.protocol.worker.Registration;
import io.vespene.protocol.worker.WorkerAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A worker as the engine sees it: it says what it is told to say, and runs nothing. */
public record TestWorker(
    Core core, long id, String credential, String processId, String name, List<String> pools) {

  public Registered register() {
    return core.workers()
        .register(
            id, new Registration(processId, name, "host.example", 0, "0.1.0", "Linux", 4, pools));
  }

  /** The same worker, started anew. */
  public TestWorker withProcess(String process) {
    return new TestWorker(core, id, credential, process, name, pools);
  }

  /** A poll that does not wait. */
  public PollAnswer poll(int freeSlots, HeldBuild... holding) {
    return poll(freeSlots, 0, holding).orElseThrow();
  }

  /** A poll that waits for so long. */
  public Optional<PollAnswer> poll(int freeSlots, long waitMillis, HeldBuild... holding) {
    return send(
        new Poll(
            processId,
            List.of(holding),
            freeSlots,
            Optional.empty(),
            false,
            1_000_000_000,
            Optional.empty(),
            waitMillis));
  }

  /** A poll of a worker that is reached there, has no room, and does not wait. */
  public void pollFrom(WorkerAddress address) {
    var _ =
        send(
            new Poll(processId, List.of(), 0, Optional.empty(), false, 0, Optional.of(address), 0));
  }

  public Optional<PollAnswer> send(Poll poll) {
    try {
      return core.polls().poll(id, poll);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Takes the next build, which must be there, and acknowledges it. */
  public Claim take() {
    Claim claim = claim(poll(1).assignments().getFirst());
    if (!acknowledge(claim)) {
      throw new IllegalStateException("not acknowledged: " + claim);
    }
    return claim;
  }

  public Claim claim(Assignment assignment) {
    return new Claim(id, processId, assignment.build(), assignment.epoch());
  }

  public boolean acknowledge(Claim claim) {
    return core.runningBuilds().acknowledge(claim);
  }

  public AppendResult append(Claim claim, LogFrame... frames) {
    return core.logs().append(claim, List.of(frames));
  }

  /** Ends a build without a log. */
  public FinishResult finish(Claim claim, Outcome outcome, String reason) {
    return finish(claim, outcome, reason, 0);
  }

  public FinishResult finish(
      Claim claim, Outcome outcome, String reason, long nextSequence, LogFrame... lastFrames) {
    return core.runningBuilds()
        .finish(
            claim,
            new Finish(
                processId,
                claim.epoch(),
                outcome,
                Optional.of(outcome == Outcome.SUCCESS ? 0 : 3),
                reason,
                Map.of(),
                List.of(),
                nextSequence,
                Optional.empty()),
            List.of(lastFrames));
  }
}
