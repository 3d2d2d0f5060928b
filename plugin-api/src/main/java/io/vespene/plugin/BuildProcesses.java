package io.vespene.plugin;

import java.util.Set;

/** All processes of one build, wherever in the tree of processes they have gone. */
public interface BuildProcesses {
  /**
   * Signals every process of the build; does nothing when there is none. May be repeated. Those
   * that carry {@link IsolationTraces#BESIDE_VARIABLE} are left out of {@link
   * ProcessSignal#TERMINATE}.
   *
   * @throws PluginFailure if the processes can't be reached now; a later try may succeed
   */
  void signal(ProcessSignal signal) throws PluginFailure;

  /**
   * The process ids of those that still run.
   *
   * @throws PluginFailure if they can't be seen now; a later try may succeed
   */
  Set<Long> survivors() throws PluginFailure;
}
