package io.vespene.worker.claim;

import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.HeldBuild;
import io.vespene.protocol.worker.Poll;
import io.vespene.protocol.worker.PollAnswer;
import io.vespene.protocol.worker.Registered;
import io.vespene.protocol.worker.StopOrder;
import io.vespene.worker.build.BuildRun;
import io.vespene.worker.build.BuildRunListener;
import io.vespene.worker.build.StopRequest;
import io.vespene.worker.build.Workbench;
import io.vespene.worker.output.DeliveryEnd;
import io.vespene.worker.server.Backoff;
import io.vespene.worker.server.BuildLost;
import io.vespene.worker.server.RequestRefused;
import io.vespene.worker.server.ServerFailure;
import io.vespene.worker.server.ServerUnreachable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for builds and starts them, until it is told to end or has done what it was to do.
 *
 * <p>Everything that happens reaches {@link #run} as an event, so all state belongs to its thread.
 * One poll is always on the way; as soon as something changes, a new one overtakes it.
 */
public final class ClaimLoop implements BuildRunListener {
  private static final Logger LOG = LoggerFactory.getLogger(ClaimLoop.class);
  private static final Duration LOOK_AROUND = Duration.ofSeconds(1);
  private static final Duration ASK_AGAIN_FOR_POOLS = Duration.ofSeconds(10);
  private static final int ABORTED = 1;

  private final Workbench bench;
  private final ClaimPlan plan;
  private final Duration abortLimit;
  private final JoinListener listener;
  private final BlockingQueue<ClaimEvent> inbox = new LinkedBlockingQueue<>();
  private final Slots slots;
  private final DiskFloor disk;
  private final HeldBuilds held = new HeldBuilds();
  private final WorkLimit limit;
  private final Polls polls;
  private final PollPacer pacer;
  private final Joining joining;
  private final CurrentAddress address;

  private Optional<Registered> membership = Optional.empty();
  private Optional<Long> abortedAtNanos = Optional.empty();
  private boolean draining;
  private boolean drainedByServer;

  /**
   * @param abortLimit how long an abort may take to report what it stopped
   * @param listener hears what servers say about this worker, before any build begins
   */
  public ClaimLoop(
      Membership membership,
      Workbench bench,
      ClaimPlan plan,
      Duration abortLimit,
      JoinListener listener) {
    this.bench = bench;
    this.plan = plan;
    this.abortLimit = abortLimit;
    this.listener = listener;
    this.slots = new Slots(plan.slots());
    this.disk = new DiskFloor(plan.buildRoot(), plan.diskFloorBytes());
    this.limit = new WorkLimit(plan);
    this.polls = new Polls(bench.server(), inbox::add);
    this.pacer = new PollPacer(new Backoff(bench.server().servers()));
    this.joining = new Joining(membership, inbox::add);
    this.address = membership.address();
  }

  /** Claims nothing more; {@link #run} returns when the last build is over. */
  public void drain() {
    inbox.add(new ClaimEvent.Drain());
  }

  /** Stops what runs; {@link #run} returns when that is reported, or can't be. */
  public void abort() {
    inbox.add(new ClaimEvent.Abort());
  }

  @Override
  public void slotFreed(BuildRun run) {
    inbox.add(new ClaimEvent.SlotFreed(run));
  }

  @Override
  public void over(BuildRun run, DeliveryEnd end) {
    inbox.add(new ClaimEvent.BuildOver(run, end));
  }

  /**
   * Works until the end; the worker's exit status.
   *
   * @throws IOException if the listener could not do its part
   */
  public int run() throws IOException, InterruptedException {
    joining.begin(Duration.ZERO);
    try {
      while (!isOver()) {
        pollIfDue();
        ClaimEvent event = inbox.poll(waitMillis(), TimeUnit.MILLISECONDS);
        if (event != null) {
          handle(event);
        }
        lookAround();
      }
    } finally {
      joining.stop();
      polls.stop();
    }
    return abortedAtNanos.isPresent() ? ABORTED : limit.exitStatus();
  }

  private boolean isOver() {
    if (abortedAtNanos.isPresent()) {
      long waited = System.nanoTime() - abortedAtNanos.get();
      return held.isEmpty() || waited > abortLimit.toNanos();
    }
    return held.isEmpty() && (draining || limit.isOver());
  }

  private long waitMillis() {
    Duration wait = membership.isPresent() ? pacer.untilDue(LOOK_AROUND) : LOOK_AROUND;
    // Rounded up, or the loop would turn without pause in the last millisecond.
    return wait.plusNanos(999_999).toMillis();
  }

  private void handle(ClaimEvent event) throws IOException {
    switch (event) {
      case ClaimEvent.Joined joined -> joined(joined.registered());
      case ClaimEvent.Answered answered -> answered(answered.poll(), answered.answer());
      case ClaimEvent.PollFailed failed -> pollFailed(failed.poll(), failed.failure());
      case ClaimEvent.SlotFreed freed -> {
        slots.giveBack(freed.run().slot());
        held.onlyReported(freed.run());
        pacer.changed();
      }
      case ClaimEvent.BuildOver over -> {
        held.remove(over.run());
        if (over.end() instanceof DeliveryEnd.Lost) {
          limit.gaveBack();
          pacer.changed();
        }
      }
      case ClaimEvent.Moved _ -> pacer.changed();
      case ClaimEvent.Drain _ -> {
        LOG.atInfo().log("Draining: no more builds are claimed");
        draining = true;
        pacer.changed();
      }
      case ClaimEvent.Abort _ -> {
        LOG.atInfo().log("Stopping what runs");
        draining = true;
        abortedAtNanos = abortedAtNanos.or(() -> Optional.of(System.nanoTime()));
        held.stopAll(new StopRequest.WorkerShutDown());
        pacer.changed();
      }
    }
  }

  private void joined(Registered registered) throws IOException {
    joining.done();
    listener.joined(registered);
    membership = Optional.of(registered);
    limit.busy();
    pacer.changed();
    if (!registered.refusedPools().isEmpty()) {
      joining.begin(ASK_AGAIN_FOR_POOLS);
    }
  }

  private void pollIfDue() {
    if (membership.isPresent() && pacer.untilDue(LOOK_AROUND).isZero()) {
      pacer.sent(polls.send(poll(membership.get())));
    }
  }

  private Poll poll(Registered registered) {
    long diskFree = disk.freeBytes();
    // Asked every time, so that it is said when it changes.
    boolean diskFull = disk.isBelow(diskFree);
    int room = draining || diskFull ? 0 : limit.room(slots.free());
    return new Poll(
        bench.server().processId(),
        held.running(),
        room,
        plan.onlyBuild(),
        draining,
        diskFree,
        Optional.of(address.known()),
        registered.pollHoldMillis());
  }

  private void answered(long poll, PollAnswer answer) {
    boolean anythingNew = false;
    for (Assignment assignment : answer.assignments()) {
      anythingNew |= start(assignment);
    }
    for (StopOrder order : answer.stops()) {
      var build = new HeldBuild(order.build(), order.epoch());
      held.find(build).ifPresent(run -> run.stop(new StopRequest.Ordered(order.reason())));
    }
    for (HeldBuild lost : answer.lost()) {
      held.find(lost).ifPresent(run -> run.stop(new StopRequest.NotOurs()));
    }
    if (pacer.isLatest(poll)) {
      drainedByServer = answer.drain();
    }
    pacer.answered(poll, anythingNew, limit.room(slots.free()) == 0);
  }

  /** Whether the build was begun; one that was not is handed out again by the server. */
  private boolean start(Assignment assignment) {
    boolean wanted = !draining && !drainedByServer && limit.room(slots.free()) > 0;
    if (!wanted || held.holds(assignment.build())) {
      return false;
    }
    limit.took();
    address.lookAgain(() -> inbox.add(new ClaimEvent.Moved()));
    held.add(BuildRun.start(bench, assignment, slots.take(), this));
    return true;
  }

  private void pollFailed(long poll, ServerFailure failure) {
    int failures = pacer.failed(poll);
    switch (failure) {
      case ServerUnreachable _ -> {
        if (failures == bench.server().servers()) {
          LOG.atWarn()
              .addKeyValue("cause", failure.getMessage())
              .log("No server can be reached; what runs goes on, trying again");
        }
      }
      case RequestRefused _, BuildLost _ -> {
        LOG.atWarn()
            .addKeyValue("cause", failure.getMessage())
            .log("The server does not know this worker any more; joining again");
        membership = Optional.empty();
        joining.begin(Duration.ZERO);
      }
    }
  }

  private void lookAround() {
    if (!held.isEmpty() || membership.isEmpty()) {
      limit.busy();
    }
    Duration away = bench.server().sinceLastAnswer();
    boolean givenUp =
        membership.isPresent() && away.toMillis() > membership.get().abandonAfterMillis();
    if (givenUp && !held.isEmpty()) {
      held.stopAll(new StopRequest.ServersAway(away.toSeconds()));
    }
  }
}
