package io.vespene.worker.plugin;

import io.vespene.plugin.AgentAccess;
import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.Isolation;
import io.vespene.plugin.IsolationCommands;
import io.vespene.plugin.IsolationRequest;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.PluginFailure;

/** An isolation under the name that the settings give it. */
record NamedIsolation(String type, Isolation isolation) implements Isolation {
  @Override
  public IsolatedBuild isolate(IsolationRequest request, IsolationCommands commands)
      throws PluginFailure {
    return isolation.isolate(request, commands);
  }

  @Override
  public AgentAccess agentAccess(IsolationTraces traces) {
    return isolation.agentAccess(traces);
  }

  @Override
  public void clear(IsolationTraces traces, BuildCommands commands) throws PluginFailure {
    isolation.clear(traces, commands);
  }
}
