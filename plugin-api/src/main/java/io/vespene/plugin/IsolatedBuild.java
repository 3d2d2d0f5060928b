package io.vespene.plugin;

import java.util.Optional;

/**
 * The place of one script. Signals may come from another thread than the one that prepared it, and
 * before the script was started.
 */
public interface IsolatedBuild extends BuildProcesses, AutoCloseable {
  /**
   * The command that starts the script, to be started once. Its time limit is the script's own.
   * When it ends, its exit code is the script's.
   */
  Command launch();

  /**
   * The command that runs another one as the script's user, beside the script and with the same
   * environment as the given one: an agent for the script's SSH keys, say. What it starts is among
   * the build's processes when it carries the build's cookie. Called only where {@link
   * Isolation#agentAccess} says that the agent runs {@link AgentAccess.Apart}.
   */
  default Command beside(Command command) {
    throw new UnsupportedOperationException("nothing runs beside a script here");
  }

  /**
   * The name of the user of this machine who runs the script and owns what it makes; empty when it
   * is the worker's own user in the end.
   */
  default Optional<String> scriptUser() {
    return Optional.empty();
  }

  /** What to write into the log about this place: "as user vespene_build". */
  String description();

  /**
   * Gives back what the place needed, and takes the working directory out of the script's reach.
   * Called once, when no process of the build is left.
   *
   * @throws PluginFailure if something could not be given back; shown in the log
   */
  @Override
  void close() throws PluginFailure;
}
