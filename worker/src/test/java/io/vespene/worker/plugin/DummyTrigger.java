package io.vespene.worker.plugin;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.Trigger;
import io.vespene.plugin.TriggerEvent;
import io.vespene.plugin.TriggerFailed;

/** A trigger that says what it hears, and fails if it was told to. */
public record DummyTrigger(Hook hook, boolean fails) implements Trigger {
  @Override
  public String type() {
    return "dummy";
  }

  @Override
  public void fire(TriggerEvent event, BuildCommands commands) throws PluginFailure {
    commands.say("fired " + event.hook() + " " + event.reason());
    if (fails) {
      throw new TriggerFailed("the dummy was told to fail");
    }
  }
}
