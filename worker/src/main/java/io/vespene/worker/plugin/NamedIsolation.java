package io.vespene.worker.plugin;

import io.vespene.plugin.AgentAccess;
import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.Isolation;
import io.vespene.plugin.IsolationCommands;
import io.vespene.plugin.IsolationRequest;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.PluginFailure;
import io.vespene.worker.build.PluginBroke;

/**
 * An isolation under the name that the settings give it. Whatever it throws is a failure of the
 * build that it was called for, and of nothing else.
 */
record NamedIsolation(String type, Isolation isolation) implements Isolation {
  @Override
  public IsolatedBuild isolate(IsolationRequest request, IsolationCommands commands)
      throws PluginFailure {
    return tried(() -> new NamedPlace(this, isolation.isolate(request, commands)));
  }

  @Override
  public AgentAccess agentAccess(IsolationTraces traces) {
    return isolation.agentAccess(traces);
  }

  @Override
  public void clear(IsolationTraces traces, BuildCommands commands) throws PluginFailure {
    tried(() -> {
      isolation.clear(traces, commands);
      return type;
    });
  }

  /** What the plugin is asked to do. */
  interface Call<T> {
    T run() throws PluginFailure;
  }

  <T> T tried(Call<T> call) throws PluginFailure {
    try {
      return call.run();
    } catch (RuntimeException | Error e) {
      throw new PluginBroke("the plugin " + type + " threw " + Blame.of(e), e);
    }
  }
}
