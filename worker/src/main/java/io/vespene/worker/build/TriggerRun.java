package io.vespene.worker.build;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Hook;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.TriggerEvent;
import io.vespene.protocol.worker.TriggerOutcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One trigger at work, on a thread of its own: whatever it does, it costs its build no more than
 * its time.
 */
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
    var over = new CompletableFuture<String>();
    Thread thread =
        Thread.ofVirtual()
            .name("trigger-" + trigger.name())
            .start(() -> over.complete(problem(trigger, event, commands)));
    CompletableFuture<?> end =
        event.hook() == Hook.PRE
            ? CompletableFuture.anyOf(over, work.stopSwitch().whenThrown())
            : over;
    try {
      end.get(trigger.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      return "took longer than " + trigger.timeLimit().toSeconds() + " s";
    } catch (ExecutionException e) {
      throw new IllegalStateException("none of these ends by an exception", e);
    }
    if (!over.isDone()) {
      thread.interrupt();
      return "the build was stopped";
    }
    return over.join();
  }

  private static String problem(
      ConfiguredTrigger trigger, TriggerEvent event, BuildCommands commands) {
    try {
      trigger.trigger().fire(event, commands);
      return "";
    } catch (PluginFailure e) {
      return e.reason();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "was interrupted";
    } catch (RuntimeException | LinkageError e) {
      LOG.atError()
          .addKeyValue("trigger", trigger.name())
          .addKeyValue("build", event.build().build())
          .setCause(e)
          .log("A trigger plugin failed");
      return "the plugin " + trigger.trigger().type() + " threw " + e;
    }
  }
}
