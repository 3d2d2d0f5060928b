package io.vespene.plugins.isolation;

import io.vespene.plugin.AgentAccess;
import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Command;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.Isolation;
import io.vespene.plugin.IsolationCommands;
import io.vespene.plugin.IsolationRefused;
import io.vespene.plugin.IsolationRequest;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.ProcessSignal;
import java.util.List;
import java.util.Set;

/**
 * Runs scripts as the worker's own user, with all that user may do.
 *
 * @param allowed whether the worker's settings permit that; it refuses every build otherwise
 */
public record NoIsolation(boolean allowed) implements Isolation {
  @Override
  public String type() {
    return "none";
  }

  @Override
  public IsolatedBuild isolate(IsolationRequest request, IsolationCommands commands)
      throws IsolationRefused {
    if (!allowed) {
      throw new IsolationRefused(
          "this worker runs no script without isolation; its settings would have to say"
              + " allow-unisolated: true");
    }
    return new OpenPlace(request);
  }

  @Override
  public AgentAccess agentAccess(IsolationTraces traces) {
    return new AgentAccess.Shared();
  }

  @Override
  public void clear(IsolationTraces traces, BuildCommands commands) throws PluginFailure {
    traces.processes().signal(ProcessSignal.KILL);
  }

  private record OpenPlace(IsolationRequest request) implements IsolatedBuild {
    @Override
    public Command launch() {
      return new Command(
          List.of(request.script().toString()),
          request.environment(),
          request.traces().workingDirectory(),
          request.timeLimit());
    }

    @Override
    public String description() {
      return "as the worker's own user";
    }

    @Override
    public void signal(ProcessSignal signal) throws PluginFailure {
      request.traces().processes().signal(signal);
    }

    @Override
    public Set<Long> survivors() throws PluginFailure {
      return request.traces().processes().survivors();
    }

    @Override
    public void close() {
      // The working directory is the worker's own and stays so.
    }
  }
}
