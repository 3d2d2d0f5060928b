package io.vespene.worker.build;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.Trigger;
import io.vespene.plugin.TriggerEvent;
import java.util.List;
import java.util.Optional;

/** Fires the triggers of one moment, in order. */
record FireTriggers(Trigger.Hook hook) {
  boolean isNeeded(BuildWork work) {
    return !triggers(work).isEmpty();
  }

  /** Stops at the first failure and says what it was. */
  Optional<String> fire(BuildWork work, BuildCommands commands) {
    String reason = hook == Trigger.Hook.PRE ? "" : work.end().reason();
    var event = new TriggerEvent(work.facts(), hook, reason, work.workingDirectory());
    for (Trigger trigger : triggers(work)) {
      try {
        trigger.fire(event, commands);
      } catch (PluginFailure e) {
        return Optional.of("trigger " + trigger.type() + " failed: " + e.reason());
      }
    }
    return Optional.empty();
  }

  private List<Trigger> triggers(BuildWork work) {
    return work.bench().plugins().triggers().stream()
        .filter(trigger -> trigger.hook() == hook)
        .toList();
  }
}
