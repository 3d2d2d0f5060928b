package io.vespene.worker.plugin;

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
import io.vespene.plugins.isolation.NoIsolation;
import java.util.Set;

/**
 * Isolation that fails when its options ask for it: {@code fail} may be {@code isolate}, {@code
 * launch}, {@code survivors}, {@code close}, {@code crash}, {@code unlinked} or {@code
 * close-unlinked}.
 */
public final class DummyIsolation implements Isolation {
  private final NoIsolation real = new NoIsolation(true);

  @Override
  public String type() {
    return "dummy";
  }

  @Override
  public IsolatedBuild isolate(IsolationRequest request, IsolationCommands commands)
      throws PluginFailure {
    String fail = request.traces().options().getOrDefault("fail", "");
    return switch (fail) {
      case "isolate" -> throw new IsolationRefused("the dummy was told to refuse");
      case "crash" -> throw new IllegalStateException("the dummy was told to crash");
      case "unlinked" -> throw new NoClassDefFoundError("org/example/Missing");
      default -> new DummyBuild(real.isolate(request, commands), fail);
    };
  }

  @Override
  public void clear(IsolationTraces traces, BuildCommands commands) throws PluginFailure {
    real.clear(traces, commands);
  }

  private record DummyBuild(IsolatedBuild real, String fail) implements IsolatedBuild {
    @Override
    public Command launch() {
      Command command = real.launch();
      return fail.equals("launch")
          ? new Command(
              java.util.List.of("/no/such/program"),
              command.environment(),
              command.directory(),
              command.timeLimit())
          : command;
    }

    @Override
    public String description() {
      return "as the dummy sees fit";
    }

    @Override
    public void signal(ProcessSignal signal) throws PluginFailure {
      real.signal(signal);
    }

    @Override
    public Set<Long> survivors() throws PluginFailure {
      return real.survivors();
    }

    @Override
    public void close() throws PluginFailure {
      real.close();
      if (fail.equals("close")) {
        throw new IsolationRefused("the dummy was told to fail in the end");
      }
      if (fail.equals("close-unlinked")) {
        throw new NoClassDefFoundError("org/example/Missing");
      }
    }
  }
}
