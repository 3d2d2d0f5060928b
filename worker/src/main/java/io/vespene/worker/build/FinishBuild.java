package io.vespene.worker.build;

import io.vespene.plugin.BuildProcesses;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.Trigger;
import io.vespene.protocol.worker.Outcome;
import java.time.Instant;
import java.util.Optional;

/** Gives back the script's place and fires the last triggers; nothing here changes how it ended. */
final class FinishBuild {
  private FinishBuild() {}

  static void run(BuildWork work, Instant at) throws InterruptedException {
    boolean succeeded = work.end().outcome() == Outcome.SUCCESS;
    work.log()
        .startSection("finish", succeeded ? "Succeeded" : "Ended: " + work.end().reason(), at);
    endAgents(work);
    Optional<String> closing = closePlace(work);
    var triggers = new FireTriggers(succeeded ? Trigger.Hook.SUCCESS : Trigger.Hook.FAILURE);
    Optional<String> firing = triggers.fire(work, work.lastingCommands());
    work.log().endSection(closing.or(() -> firing));
  }

  /** They run on when the build has ended before its script did, and with it all processes. */
  private static void endAgents(BuildWork work) throws InterruptedException {
    if (work.agents().isEmpty()) {
      return;
    }
    BuildProcesses processes =
        work.findIsolated().map(place -> (BuildProcesses) place).orElse(work.processes());
    if (!work.bench().ending().atOnce(processes)) {
      work.log().say("The agent with the SSH keys could not be ended.");
    }
    work.forgetAgents();
  }

  private static Optional<String> closePlace(BuildWork work) {
    Optional<IsolatedBuild> place = work.findIsolated();
    work.forgetIsolated();
    if (place.isEmpty()) {
      return Optional.empty();
    }
    try {
      place.get().close();
      return Optional.empty();
    } catch (PluginFailure e) {
      return Optional.of(e.reason());
    }
  }
}
