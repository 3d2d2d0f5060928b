package io.vespene.worker.plugin;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.Command;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.Scm;
import io.vespene.plugin.SourceRevision;
import java.util.List;

/** Source control that does what its url says: {@code fail}, {@code crash}, {@code sleep:N}. */
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
}
