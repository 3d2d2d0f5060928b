package io.vespene.plugin;

import java.time.Duration;

/** A command was ended because its time was over. */
public final class CommandTimedOut extends CommandFailed {
  private final Duration timeLimit;

  public CommandTimedOut(String program, Duration timeLimit) {
    super(program + " took longer than " + timeLimit.toSeconds() + " s");
    this.timeLimit = timeLimit;
  }

  /** How long the command was allowed to run. */
  public Duration timeLimit() {
    return timeLimit;
  }
}
