package io.vespene.worker.plugin;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Hook;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.Trigger;
import io.vespene.plugin.TriggerEvent;
import io.vespene.plugin.TriggerFailed;
import io.vespene.worker.build.ConfiguredTrigger;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A trigger that says what it hears, and then does what it was told to. */
public record DummyTrigger(String order) implements Trigger {
  /** One that is fired at this moment. */
  public static ConfiguredTrigger at(Hook hook, String order) {
    return new ConfiguredTrigger(
        hook, "dummy-" + order, new DummyTrigger(order), Duration.ofSeconds(20));
  }

  @Override
  public String type() {
    return "dummy";
  }

  @Override
  public void fire(TriggerEvent event, BuildCommands commands)
      throws PluginFailure, InterruptedException {
    commands.say("fired " + event.hook() + " " + event.state().reason());
    switch (order) {
      case "fail" -> throw new TriggerFailed("the dummy was told to fail");
      case "crash" -> throw new IllegalStateException("the dummy was told to crash");
      case "hang" -> new CountDownLatch(1).await();
      default -> commands.say(event.context().toString());
    }
  }
}
