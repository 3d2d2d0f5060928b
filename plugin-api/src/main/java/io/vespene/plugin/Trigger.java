package io.vespene.plugin;

/**
 * Something to be done on the worker before a build, or after it. The settings say when, and how
 * long it may take.
 */
public interface Trigger {
  /** The word that settings name it by, such as {@code command}; never changes. */
  String type();

  /**
   * Does its work for one build. Called on a thread of its own, which is interrupted when the time
   * is over or the build is stopped before it has begun.
   *
   * @throws TriggerFailed if it could not; a failure before the build fails the build, a later one
   *     is only shown
   * @throws CommandFailed if a command did not run to its end
   * @throws InterruptedException if it was interrupted
   */
  void fire(TriggerEvent event, BuildCommands commands) throws PluginFailure, InterruptedException;
}
