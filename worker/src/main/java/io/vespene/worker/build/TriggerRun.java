package io.vespene.worker.build;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Hook;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.TriggerEvent;
import io.vespene.protocol.worker.TriggerOutcome;
import io.vespene.worker.process.StopSwitch;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One trigger at work. */
final class TriggerRun {
  private static final Logger LOG = LoggerFactory.getLogger(TriggerRun.class);

  private TriggerRun() {}

  static TriggerOutcome fire(
      ConfiguredTrigger trigger, TriggerEvent event, BuildCommands commands, BuildWork work)
      throws InterruptedException {
    long begin = System.nanoTime();
    String problem = work.mask().text(run(trigger, event, commands, work));
    return new TriggerOutcome(
        trigger.hook().word(),
        trigger.name(),
        trigger.trigger().type(),
        problem.isEmpty(),
        problem,
        Duration.ofNanos(System.nanoTime() - begin).toMillis());
  }

  /** What went wrong; empty when nothing did. */
  private static String run(
      ConfiguredTrigger trigger, TriggerEvent event, BuildCommands commands, BuildWork work)
      throws InterruptedException {
    // A build that was stopped still tells so, by the triggers after it.
    StopSwitch stop = event.hook() == Hook.PRE ? work.stopSwitch() : StopSwitch.never();
    var call = new PluginCall(trigger.trigger().type(), trigger.timeLimit(), stop, Duration.ZERO);
    try {
      return call.run(() -> {
        trigger.trigger().fire(event, commands);
        return "";
      });
    } catch (PluginBroke e) {
      LOG.atError()
          .addKeyValue("trigger", trigger.name())
          .addKeyValue("build", event.build().build())
          .setCause(e)
          .log("A trigger plugin failed");
      return e.reason();
    } catch (PluginFailure e) {
      return e.reason();
    }
  }
}
