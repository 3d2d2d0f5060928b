package io.vespene.plugin;

/** The operating system refused to start a command. */
public final class CommandNotStarted extends CommandFailed {
  public CommandNotStarted(String reason, Throwable cause) {
    super(reason, cause);
  }
}
