package io.vespene.core.build;

import io.vespene.core.claim.Claim;
import io.vespene.core.database.Database;
import io.vespene.core.database.Topic;
import io.vespene.core.database.Wakeups;
import io.vespene.core.log.AppendFrames;
import io.vespene.core.pipeline.RunProgress;
import io.vespene.protocol.log.LogFrame;
import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.Outcome;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Builds as their worker sees them: taken, and over. Every call may be repeated. */
public final class RunningBuilds {
  private final Database database;
  private final Wakeups wakeups;

  public RunningBuilds(Database database, Wakeups wakeups) {
    this.database = database;
    this.wakeups = wakeups;
  }

  /**
   * The worker has the build: it is {@code RUNNING} from now on.
   *
   * @return false if the build is not this claim's; nothing was changed
   */
  public boolean acknowledge(Claim claim) {
    boolean acknowledged =
        database.withHandle(handle -> {
          var store = new RunningStore(handle);
          // Said before, and the answer was lost.
          return store.acknowledge(claim)
              || store.find(claim).filter(present -> isRunning(present.status())).isPresent();
        });
    wakeups.signalHere(Topic.build(claim.build()));
    return acknowledged;
  }

  /**
   * The worker is done with the build. What can't be stored of its words is left out.
   *
   * @param lastFrames the end of the log, if it was not appended before
   * @throws io.vespene.core.problem.InvalidInput if the frames contradict the log
   */
  public FinishResult finish(Claim claim, Finish finish, List<LogFrame> lastFrames) {
    var words = new LastWords(claim.build(), finish);
    AppendFrames end = AppendFrames.durably(lastFrames);
    FinishResult result =
        database.inTransaction(handle -> {
          if (!lastFrames.isEmpty()) {
            // Whether all is there now, the statement that ends the build tests.
            end.append(handle, claim);
          }
          return finish(handle, claim, finish, words);
        });
    wakeups.signalHere(Topic.build(claim.build()));
    return result;
  }

  private static FinishResult finish(Handle handle, Claim claim, Finish finish, LastWords words) {
    var store = new RunningStore(handle);
    if (finish.outcome() == Outcome.ABORTED) {
      store.abort(claim, words.reason(), finish.nextSequence());
    }
    Optional<RunningStore.Ended> ended =
        store.end(
            claim, finish.outcome(), finish.exitCode(), words.reason(), finish.nextSequence());
    if (ended.isEmpty()) {
      return refusal(store, claim);
    }
    if (!words.outputVariables().isEmpty()) {
      store.insertOutputVariables(claim.build(), words.outputVariables());
    }
    if (!words.triggerOutcomes().isEmpty()) {
      new TriggerOutcomeStore(handle).insert(claim.build(), words.triggerOutcomes());
    }
    ended.get().nextPool().ifPresent(pool -> Wakeups.send(handle, Topic.pool(pool)));
    if (ended.get().inRun()) {
      RunProgress.buildsEnded(handle, List.of(claim.build()));
    }
    return new FinishResult.Ended(ended.get().status());
  }

  private static FinishResult refusal(RunningStore store, Claim claim) {
    Optional<RunningStore.Present> present = store.find(claim);
    if (present.isEmpty()) {
      return new FinishResult.Fenced();
    }
    return switch (present.get().status()) {
      case SUCCESS, FAILURE, ABORTED -> new FinishResult.Ended(present.get().status());
      case RUNNING, ABORTING -> new FinishResult.LogIncomplete(present.get().nextSequence());
      case QUEUED, ORPHANED -> new FinishResult.Fenced();
    };
  }

  private static boolean isRunning(BuildStatus status) {
    return status == BuildStatus.RUNNING || status == BuildStatus.ABORTING;
  }
}
