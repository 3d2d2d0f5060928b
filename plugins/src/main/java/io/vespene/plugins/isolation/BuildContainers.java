package io.vespene.plugins.isolation;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.BuildProcesses;
import io.vespene.plugin.CapturedOutput;
import io.vespene.plugin.IsolationRefused;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.ProcessSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The containers of one build, known by their label, and the processes in and around them.
 *
 * <p>They are asked of the engine each time: it may have made one whose number nobody was told.
 */
final class BuildContainers implements BuildProcesses {
  private static final String COOKIE_LABEL = "vespene.cookie";
  private static final int ASK_ROUNDS = 20;
  private static final Duration ASK_PAUSE = Duration.ofMillis(50);

  private final IsolationTraces traces;
  private final ContainerEngine engine;
  private final BuildCommands commands;

  BuildContainers(IsolationTraces traces, ContainerEngine engine, BuildCommands commands) {
    this.traces = traces;
    this.engine = engine;
    this.commands = commands;
  }

  /** What marks a container as the build's. */
  String label() {
    return COOKIE_LABEL + "=" + traces.cookie();
  }

  /** Asks the script, or kills all in its container and the client that waits for it. */
  @Override
  public void signal(ProcessSignal signal) throws PluginFailure {
    switch (signal) {
      case TERMINATE -> ask();
      case KILL -> {
        try {
          var _ = kill("KILL");
        } finally {
          // Whatever the engine does: root reaches the processes in a container as any others.
          traces.processes().signal(ProcessSignal.KILL);
        }
      }
    }
  }

  /** A container that is just being started can't be asked yet, though its script may run. */
  private void ask() throws PluginFailure {
    for (int round = 0; round < ASK_ROUNDS; round++) {
      if (kill("TERM") || traces.processes().survivors().isEmpty()) {
        return;
      }
      commands.pause(ASK_PAUSE);
    }
  }

  /** Whether it reached anybody; one that has ended meanwhile is no failure. */
  private boolean kill(String signal) throws PluginFailure {
    boolean reached = false;
    for (String container : running()) {
      reached |= engine.ask(commands, List.of("kill", "--signal=" + signal, container)).succeeded();
    }
    return reached;
  }

  @Override
  public Set<Long> survivors() throws PluginFailure {
    var survivors = new HashSet<>(traces.processes().survivors());
    for (String container : running()) {
      CapturedOutput answer =
          engine.ask(
              commands,
              List.of("inspect", "--type=container", "--format={{.State.Pid}}", container));
      answer
          .output()
          .lines()
          .filter(line -> line.matches("[1-9][0-9]{0,9}"))
          .forEach(line -> survivors.add(Long.valueOf(line)));
    }
    return survivors;
  }

  /** Removes the containers, running or not, and volumes that came with them. */
  void remove() throws PluginFailure {
    for (String container : list("--all")) {
      var _ = engine.ask(commands, List.of("rm", "--force", "--volumes", container));
    }
    if (!list("--all").isEmpty()) {
      throw new IsolationRefused("a container of the build could not be removed");
    }
  }

  private List<String> running() throws PluginFailure {
    return list("--filter=status=running");
  }

  private List<String> list(String which) throws PluginFailure {
    var arguments = new ArrayList<>(List.of("ps", "--quiet", "--no-trunc", which));
    arguments.add("--filter=label=" + label());
    CapturedOutput answer = engine.ask(commands, arguments);
    if (!answer.succeeded()) {
      throw new IsolationRefused(
          engine.name()
              + " does not list containers: "
              + ContainerEngine.lastLine(answer.output()));
    }
    return answer.output().lines().filter(line -> line.matches("[0-9a-f]{12,64}")).toList();
  }
}
