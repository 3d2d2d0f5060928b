package org.example.vespene;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Command;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.Isolation;
import io.vespene.plugin.IsolationCommands;
import io.vespene.plugin.IsolationRequest;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.ProcessSignal;
import java.util.List;
import java.util.Set;

/** Runs scripts as the worker's own user, but lets everybody else go first. */
record NiceIsolation(int niceness) implements Isolation {
  @Override
  public String type() {
    return "nice";
  }

  @Override
  public IsolatedBuild isolate(IsolationRequest request, IsolationCommands commands) {
    return new NicePlace(niceness, request);
  }

  @Override
  public void clear(IsolationTraces traces, BuildCommands commands) throws PluginFailure {
    traces.processes().signal(ProcessSignal.KILL);
  }

  private record NicePlace(int niceness, IsolationRequest request) implements IsolatedBuild {
    @Override
    public Command launch() {
      return new Command(
          List.of("nice", "-n", Integer.toString(niceness), request.script().toString()),
          request.environment(),
          request.traces().workingDirectory(),
          request.timeLimit());
    }

    @Override
    public String description() {
      return "with niceness " + niceness;
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
