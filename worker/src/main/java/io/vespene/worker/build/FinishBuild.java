package io.vespene.worker.build;

import io.vespene.plugin.BuildProcesses;
import io.vespene.plugin.Hook;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.PluginFailure;
import io.vespene.protocol.worker.Outcome;
import java.io.IOException;
import java.nio.file.Files;
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
    Optional<String> failure = closePlace(work);
    work.log().endSection(failure.or(() -> removeSecrets(work)));
    var triggers = new FireTriggers(succeeded ? Hook.SUCCESS : Hook.FAILURE);
    if (triggers.isNeeded(work) && !isSomebodyElses(work)) {
      String title = succeeded ? "Triggers after success" : "Triggers after failure";
      work.log().startSection("triggers", title, work.bench().clock().instant());
      work.log().endSection(triggers.fireAll(work, work.lastingCommands()));
    }
  }

  private static boolean isSomebodyElses(BuildWork work) {
    return work.findStop().orElse(null) instanceof StopRequest.NotOurs;
  }

  /** They run on when the build has ended before its script did, and with it all processes. */
  private static void endAgents(BuildWork work) throws InterruptedException {
    if (!work.agentsMayRun()) {
      return;
    }
    BuildProcesses processes =
        work.findIsolated().map(place -> (BuildProcesses) place).orElse(work.processes());
    if (!work.bench().ending().atOnce(processes)) {
      work.log().say("The agent with the SSH keys could not be ended.");
    }
    work.forgetAgents();
  }

  /** What the script needed to know stays with it: its files may be kept for weeks. */
  private static Optional<String> removeSecrets(BuildWork work) {
    var files = new ScriptFiles(work);
    if (work.assignment().secrets().isEmpty() || !Files.exists(files.script())) {
      return Optional.empty();
    }
    try {
      files.writeMasked(work.mask()::text);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("secrets are left in the script's files: " + FileFailure.describe(e));
    }
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
      work.leaveToSweep();
      return Optional.of(e.reason());
    }
  }
}
