package io.vespene.plugin;

/** A way to keep a script apart from the worker and from other builds. */
public interface Isolation {
  /**
   * What kind it is, such as {@code sudo}; never changes. Worker pools name a built-in one by it,
   * others by the name that settings give them.
   */
  String type();

  /**
   * Prepares a place for one script and says how to start it there.
   *
   * <p>Called once per build, when its working directory is complete. The worker then starts {@link
   * IsolatedBuild#launch()} itself, signals through the answer, and closes it at the end, whatever
   * happened. When this throws there is nothing to close: what was begun is given back before, or
   * the failure to do so is added to the first one as suppressed, and {@link #clear} is called
   * later.
   *
   * @throws IsolationRefused if the script can't be isolated as demanded
   * @throws CommandFailed if a command did not run to its end
   */
  IsolatedBuild isolate(IsolationRequest request, IsolationCommands commands) throws PluginFailure;

  /**
   * Whether a script that is isolated so can use SSH keys. Asked before {@link #isolate}, and only
   * when there are keys.
   */
  default AgentAccess agentAccess(IsolationTraces traces) {
    return new AgentAccess.Withheld();
  }

  /**
   * Ends and removes what is left of a build whose worker has died, the working directory excepted.
   * May be repeated, also when nothing is left.
   *
   * @throws PluginFailure if something is left that can't be reached now; it is tried again later
   */
  void clear(IsolationTraces traces, BuildCommands commands) throws PluginFailure;
}
