package io.vespene.plugin;

/** Something to be done on the worker before a build, or after it. */
public interface Trigger {
  /** The word that settings name it by, such as {@code command}; never changes. */
  String type();

  /** The moment at which this trigger wants to be fired. */
  Hook hook();

  /**
   * Does its work for one build.
   *
   * @throws TriggerFailed if it could not; a failure before the build fails the build, a later one
   *     is only shown
   * @throws CommandFailed if a command did not run to its end
   */
  void fire(TriggerEvent event, BuildCommands commands) throws PluginFailure;

  /** A moment in the life of a build. */
  enum Hook {
    /** Before anything else is done. */
    PRE,
    /** After the script ended well. */
    SUCCESS,
    /** After the build ended otherwise. */
    FAILURE
  }
}
