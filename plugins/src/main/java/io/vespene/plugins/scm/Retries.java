package io.vespene.plugins.scm;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.PluginFailure;
import java.time.Duration;
import java.util.function.Function;

/** Tries a command again when it was the network that failed, and for no other reason. */
final class Retries {
  private static final int ATTEMPTS = 4;

  private final Duration firstPause;
  private final Deadline deadline;
  private final BuildCommands commands;

  Retries(Duration firstPause, Deadline deadline, BuildCommands commands) {
    this.firstPause = firstPause;
    this.deadline = deadline;
    this.commands = commands;
  }

  /** Something that may fail by the network. */
  interface Attempt<R> {
    R run() throws PluginFailure;
  }

  /**
   * The result of the first attempt that was not foiled by the network, or of the last.
   *
   * @param errors what a result says it failed with; empty for a success
   */
  <R> R run(Attempt<R> attempt, Function<R, String> errors) throws PluginFailure {
    Duration pause = firstPause;
    for (int left = ATTEMPTS - 1; ; left--) {
      R result = attempt.run();
      if (left == 0 || !NetworkFailure.isSaidIn(errors.apply(result))) {
        return result;
      }
      pauseFor(pause, left);
      pause = pause.multipliedBy(2);
    }
  }

  private void pauseFor(Duration pause, int left) throws PluginFailure {
    if (deadline.left().compareTo(pause) <= 0) {
      throw new CheckoutFailed("the network failed, and no time is left to try again");
    }
    commands.say(
        "The network failed. Next try in %s s; %d left."
            .formatted(pause.toMillis() / 1000.0, left));
    commands.pause(pause);
  }
}
