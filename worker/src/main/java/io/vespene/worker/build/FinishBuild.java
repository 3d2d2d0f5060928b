package io.vespene.worker.build;

import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.Trigger;
import io.vespene.protocol.worker.Outcome;
import java.time.Instant;
import java.util.Optional;

/** Gives back the script's place and fires the last triggers; nothing here changes how it ended. */
final class FinishBuild {
  private FinishBuild() {}

  static void run(BuildWork work, Instant at) {
    boolean succeeded = work.end().outcome() == Outcome.SUCCESS;
    work.log()
        .startSection("finish", succeeded ? "Succeeded" : "Ended: " + work.end().reason(), at);
    Optional<String> closing = closePlace(work);
    var triggers = new FireTriggers(succeeded ? Trigger.Hook.SUCCESS : Trigger.Hook.FAILURE);
    Optional<String> firing = triggers.fire(work, work.lastingCommands());
    work.log().endSection(closing.or(() -> firing));
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
