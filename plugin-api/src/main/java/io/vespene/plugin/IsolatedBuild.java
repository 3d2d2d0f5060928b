package io.vespene.plugin;

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
