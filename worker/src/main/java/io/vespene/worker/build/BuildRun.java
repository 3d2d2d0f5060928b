package io.vespene.worker.build;

import io.vespene.plugin.BuildFacts;
import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.HeldBuild;
import io.vespene.worker.mask.SecretMask;
import io.vespene.worker.output.BuildEnd;
import io.vespene.worker.output.BuildLog;
import io.vespene.worker.output.BuildReport;
import io.vespene.worker.output.Delivery;
import io.vespene.worker.output.DeliveryEnd;
import io.vespene.worker.output.LogLimits;
import io.vespene.worker.process.ReadySession;
import io.vespene.worker.sweep.RunDirectory;
import io.vespene.worker.sweep.RunRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One build in this worker's hands, from the claim until the server knows its end.
 *
 * <p>It runs on a thread of its own. Its slot is free as soon as nothing of the build runs any
 * more; its report may still be on its way then.
 */
public final class BuildRun {
  private static final Logger LOG = LoggerFactory.getLogger(BuildRun.class);
  private static final List<Phase> PHASES =
      List.of(
          new TellKnownFailure(),
          new FirePreTriggers(),
          new PrepareDirectory(),
          new LoadKeys(),
          new CheckOutSource(),
          new IsolateScript(),
          new RunScript());

  private final BuildWork work;
  private final RunRecord record;
  private final HeldBuild held;
  private final int slot;
  private final BuildRunListener listener;
  private final Instant claimedAt;
  private final CompletableFuture<Void> slotFree = new CompletableFuture<>();

  private BuildRun(Workbench bench, Assignment assignment, int slot, BuildRunListener listener) {
    ReadySession session = bench.sessions().take();
    this.held = new HeldBuild(assignment.build(), assignment.epoch());
    this.slot = slot;
    this.listener = listener;
    this.claimedAt = bench.clock().instant();
    this.record =
        new RunRecord(
            assignment.build(),
            slot,
            session.cookie().text(),
            bench.buildRoot().resolve(Long.toString(assignment.build())).toString(),
            bench.buildRoot().toString(),
            assignment.isolation().type(),
            assignment.isolation().options());
    RunDirectory directory = bench.runs().reserve(held.build(), held.epoch());
    SecretMask mask = SecretMask.of(assignment.allSecrets());
    var log =
        new BuildLog(
            directory.spoolFile(),
            new LogLimits(assignment.logLimitBytes(), bench.spoolLimitBytes()),
            bench.plugins().beginFilters(facts(assignment)),
            mask,
            bench.clock());
    this.work = new BuildWork(bench, assignment, slot, session, directory, mask, log);
  }

  static BuildFacts facts(Assignment assignment) {
    return new BuildFacts(
        assignment.build(),
        assignment.project().name(),
        assignment.environment().getOrDefault("VESPENE_URL", ""));
  }

  /** Begins a build that was just assigned; the server has not yet been told that we have it. */
  public static BuildRun start(
      Workbench bench, Assignment assignment, int slot, BuildRunListener listener) {
    var run = new BuildRun(bench, assignment, slot, listener);
    var _ = Thread.ofVirtual().name("build-" + assignment.build()).start(run::runAndTell);
    return run;
  }

  public HeldBuild held() {
    return held;
  }

  public int slot() {
    return slot;
  }

  /** Ends the build as soon as possible; the first to ask gives the reason. */
  public void stop(StopRequest request) {
    work.stop(request);
  }

  private void runAndTell() {
    try {
      if (AcknowledgeBuild.run(work, held)) {
        runAcknowledged();
      } else {
        forget("another worker has it");
      }
    } catch (RuntimeException | InterruptedException e) {
      LOG.atError().addKeyValue("build", held.build()).setCause(e).log("Running a build failed");
      forget("the worker failed");
    }
  }

  private void forget(String cause) {
    work.forgetAgents();
    removeTraces();
    freeSlot();
    listener.over(this, new DeliveryEnd.Lost(cause));
  }

  private void runAcknowledged() throws InterruptedException {
    LOG.atInfo()
        .addKeyValue("build", held.build())
        .addKeyValue("project", work.assignment().project().name())
        .log("Build started");
    Delivery delivery = Delivery.start(work.bench().server(), held, work.log());
    followDelivery(delivery);
    runPhases();
    finish();
    work.log().end();
    LOG.atInfo()
        .addKeyValue("build", held.build())
        .addKeyValue("outcome", work.end().outcome())
        .addKeyValue("reason", work.end().reason())
        .log("Build ended");
    if (work.findStop().orElse(null) instanceof StopRequest.NotOurs) {
      delivery.abandon();
    } else {
      delivery.finish(new BuildReport(work.end(), work.triggerOutcomes()));
    }
    freeSlot();
  }

  private void claim() {
    work.log().startSection("claim", "Claimed by worker " + work.bench().workerName(), claimedAt);
    work.log().endSection(Optional.empty());
  }

  private void runPhases() throws InterruptedException {
    try {
      work.runDirectory().make(record);
      claim();
      for (Phase phase : PHASES) {
        requireNotStopped();
        if (phase.isNeeded(work)) {
          runPhase(phase);
        }
      }
    } catch (PhaseFailed e) {
      work.endWith(work.findStop().map(BuildRun::endOf).orElse(e.end()));
    } catch (IOException e) {
      String reason = "the worker could not note the build: " + FileFailure.describe(e);
      work.endWith(BuildWork.failure(reason));
    } catch (RuntimeException | Error e) {
      // Classes of plugins that can't be loaded, too: nothing may end here without a report.
      LOG.atError().addKeyValue("build", held.build()).setCause(e).log("A build phase failed");
      work.leaveToSweep();
      work.endWith(BuildWork.failure("the worker failed: " + e));
    }
  }

  private void finish() throws InterruptedException {
    try {
      FinishBuild.run(work, work.bench().clock().instant());
    } catch (RuntimeException | Error e) {
      LOG.atError().addKeyValue("build", held.build()).setCause(e).log("Finishing a build failed");
      work.leaveToSweep();
      work.log().endSection(Optional.of("the worker failed: " + e));
    }
  }

  private void runPhase(Phase phase) throws PhaseFailed, InterruptedException {
    work.log().startSection(phase.kind(), phase.title(work), work.bench().clock().instant());
    try {
      phase.run(work);
      work.log().endSection(Optional.empty());
    } catch (PhaseFailed e) {
      String reason = work.findStop().map(StopRequest::reason).orElse(e.end().reason());
      work.log().endSection(Optional.of(reason));
      throw e;
    } catch (RuntimeException | Error e) {
      work.log().endSection(Optional.of("the worker failed: " + e));
      throw e;
    }
  }

  private void requireNotStopped() throws PhaseFailed {
    Optional<StopRequest> stop = work.findStop();
    if (stop.isPresent()) {
      throw new PhaseFailed(endOf(stop.get()));
    }
  }

  private static BuildEnd endOf(StopRequest stop) {
    return BuildEnd.of(stop.outcome(), stop.reason());
  }

  /** As soon as nobody wants to know about the build any more, it must not go on either. */
  private void followDelivery(Delivery delivery) {
    var _ =
        delivery
            .whenOver()
            .thenAccept(end -> {
              if (end instanceof DeliveryEnd.Lost) {
                stop(new StopRequest.NotOurs());
              }
            });
    var _ =
        delivery
            .whenOver()
            .thenAcceptBoth(
                slotFree,
                (end, _) -> {
                  removeTraces();
                  listener.over(this, end);
                });
  }

  private void removeTraces() {
    work.bench().kept().end(held.build());
    try {
      work.log().close();
      if (work.isLeftToSweep()) {
        work.bench().runs().leaveToSweep(work.runDirectory());
      } else {
        work.bench().runs().remove(work.runDirectory());
      }
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("build", held.build())
          .setCause(e)
          .log("The traces of a build could not be removed now");
    }
  }

  private void freeSlot() {
    work.session().close();
    listener.slotFreed(this);
    slotFree.complete(null);
  }
}
