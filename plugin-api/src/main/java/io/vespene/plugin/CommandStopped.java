package io.vespene.plugin;

/** The build was stopped, so the command was ended or never begun; the plugin should return. */
public final class CommandStopped extends CommandFailed {
  public CommandStopped() {
    super("the build was stopped");
  }
}
