package io.vespene.plugin;

/**
 * A command did not run to its own end.
 *
 * <p>An exit code other than 0 is no such failure: it is a result that the plugin judges.
 */
public abstract sealed class CommandFailed extends PluginFailure
    permits CommandNotStarted, CommandStopped, CommandTimedOut, ProgramMissing {
  CommandFailed(String reason) {
    super(reason);
  }

  CommandFailed(String reason, Throwable cause) {
    super(reason, cause);
  }
}
