package io.vespene.plugins.isolation;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.CapturedOutput;
import io.vespene.plugin.CommandResult;
import io.vespene.plugin.ContainerImage;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.Isolation;
import io.vespene.plugin.IsolationCommands;
import io.vespene.plugin.IsolationRefused;
import io.vespene.plugin.IsolationRequest;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.ProcessSignal;
import java.time.Duration;
import java.util.List;

/**
 * Runs each script in a fresh container, by the local {@code docker} or {@code podman}.
 *
 * <p>The options are {@code image}, {@code allowed_images} (patterns, one a line; none allow all),
 * and the limits {@code cpus}, {@code memory_mib}, {@code pids} (0 for none) and {@code network}.
 * The working directory is shared with the container and belongs to the worker afterwards.
 */
public final class ContainerIsolation implements Isolation {
  private static final Duration PULL_LIMIT = Duration.ofMinutes(30);

  @Override
  public String type() {
    return "basic_container";
  }

  @Override
  public IsolatedBuild isolate(IsolationRequest request, IsolationCommands commands)
      throws PluginFailure {
    IsolationTraces traces = request.traces();
    ContainerOptions options = ContainerOptions.read(traces.options());
    ContainerEngine engine = ContainerEngine.find(commands.lasting());
    requireImage(options.image(), engine, commands.preparing());
    var build =
        new ContainerBuild(
            request,
            options,
            engine,
            new BuildContainers(traces, engine, commands.lasting()),
            new ContainerDirectory(traces),
            commands.lasting());
    try {
      build.prepare();
      return build;
    } catch (PluginFailure e) {
      giveBack(build, e);
      throw e;
    }
  }

  /** The first failure is the one to be told. */
  private static void giveBack(ContainerBuild build, PluginFailure failure) {
    try {
      build.close();
    } catch (PluginFailure e) {
      failure.addSuppressed(e);
      build.commands().say("After the refusal: " + e.reason());
    }
  }

  private static void requireImage(
      ContainerImage image, ContainerEngine engine, BuildCommands commands) throws PluginFailure {
    CapturedOutput found =
        engine.ask(commands, List.of("image", "inspect", "--format={{.Id}}", image.fullName()));
    if (found.succeeded()) {
      return;
    }
    engine.requireAnswer(commands);
    commands.say("This worker has no image " + image.fullName() + " yet; it is pulled now.");
    CommandResult pulled =
        commands.run(engine.command(PULL_LIMIT, List.of("pull", image.fullName())));
    if (!pulled.succeeded()) {
      throw new IsolationRefused(
          "the image "
              + image.fullName()
              + " can't be had: "
              + ContainerEngine.lastLine(pulled.lastOutput()));
    }
  }

  @Override
  public void clear(IsolationTraces traces, BuildCommands commands) throws PluginFailure {
    var directory = new ContainerDirectory(traces);
    // It is made before the container and goes after it.
    if (!directory.exists()) {
      return;
    }
    ContainerOptions options = ContainerOptions.read(traces.options());
    ContainerEngine engine = ContainerEngine.find(commands);
    var containers = new BuildContainers(traces, engine, commands);
    containers.signal(ProcessSignal.KILL);
    containers.remove();
    new ContainerResults(directory).take(engine, options.image(), commands);
    directory.open();
  }
}
