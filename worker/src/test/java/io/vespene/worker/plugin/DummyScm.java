package io.vespene.worker.plugin;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.Command;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.Scm;
import io.vespene.plugin.SourceRevision;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Source control that does what its url says: {@code fail}, {@code crash}, {@code unlinked}, {@code
 * hang}, {@code sleep:N}.
 */
public final class DummyScm implements Scm {
  @Override
  public String type() {
    return "dummy";
  }

  @Override
  public SourceRevision checkOut(Checkout checkout, BuildCommands commands) throws PluginFailure {
    if (checkout.url().equals("fail")) {
      throw new CheckoutFailed("the dummy was told to fail");
    }
    if (checkout.url().equals("crash")) {
      throw new IllegalStateException("the dummy was told to crash");
    }
    if (checkout.url().equals("unlinked")) {
      throw new NoClassDefFoundError("org/example/Missing");
    }
    if (checkout.url().equals("hang")) {
      commands.say("The dummy hangs");
      hang();
    }
    if (checkout.url().startsWith("sleep:")) {
      commands.run(
          new Command(
              List.of("sleep", checkout.url().substring("sleep:".length())),
              commands.hostEnvironment(),
              checkout.directory(),
              checkout.timeLimit()));
    }
    commands.say("The dummy checked out " + checkout.url());
    return new SourceRevision("cafe", "Ada <ada@example.org>", "Say hello", checkout.branch());
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("somebody has lost patience", e);
    }
  }
}
