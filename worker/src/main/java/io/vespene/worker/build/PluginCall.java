package io.vespene.worker.build;

import io.vespene.plugin.CommandStopped;
import io.vespene.plugin.PluginFailure;
import io.vespene.worker.process.StopSwitch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call of a plugin on a thread of its own: whatever it does there, it costs its build no more
 * than its time.
 *
 * @param plugin what it is called
 * @param limit how long it may take
 * @param stop ends the waiting early
 * @param stopGrace how long the plugin may take to return after that
 */
record PluginCall(String plugin, Duration limit, StopSwitch stop, Duration stopGrace) {
  /** What the plugin is asked to do. */
  interface Body<T> {
    T run() throws PluginFailure, InterruptedException;
  }

  /**
   * What the plugin answers.
   *
   * @throws CommandStopped if the build was stopped and the plugin has not returned since
   * @throws PluginBroke if it takes too long, or throws what is no {@link PluginFailure}
   */
  <T> T run(Body<T> body) throws PluginFailure, InterruptedException {
    var over = new CompletableFuture<T>();
    // A platform thread: a plugin that never stops computing would keep others from running.
    Thread thread =
        Thread.ofPlatform().daemon().name("plugin-" + plugin).start(() -> complete(over, body));
    if (!ends(CompletableFuture.anyOf(over, stop.whenThrown()), limit)) {
      thread.interrupt();
      throw new PluginBroke(
          "the plugin " + plugin + " took longer than " + limit.toSeconds() + " s");
    }
    if (!ends(over, stopGrace)) {
      thread.interrupt();
      throw new CommandStopped();
    }
    return result(over);
  }

  // Whatever a plugin throws, errors of its class loading too, is that plugin's failure alone.
  private static <T> void complete(CompletableFuture<T> over, Body<T> body) {
    try {
      over.complete(body.run());
    } catch (Throwable e) {
      over.completeExceptionally(e);
    }
  }

  private static boolean ends(CompletableFuture<?> future, Duration limit)
      throws InterruptedException {
    try {
      future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private <T> T result(CompletableFuture<T> over) throws PluginFailure, InterruptedException {
    try {
      return over.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PluginFailure failure) {
        throw failure;
      }
      throw new PluginBroke("the plugin " + plugin + " threw " + e.getCause(), e);
    }
  }
}
