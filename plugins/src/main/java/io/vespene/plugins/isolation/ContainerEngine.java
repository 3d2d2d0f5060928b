package io.vespene.plugins.isolation;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.CapturedOutput;
import io.vespene.plugin.Command;
import io.vespene.plugin.CommandTimedOut;
import io.vespene.plugin.IsolationRefused;
import io.vespene.plugin.PluginFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The program that runs containers on the worker: docker, or podman, which takes the same commands.
 *
 * @param environment what the program itself may see
 */
record ContainerEngine(Path program, Map<String, String> environment) {
  private static final Duration SHORT = Duration.ofSeconds(10);
  private static final List<String> NAMES = List.of("docker", "podman");

  // What an engine says about its work must not appear in the log of somebody's build.
  private static final String ERRORS_TOO = "exec \"$@\" 2>&1";

  /**
   * The engine of this machine, which need not answer.
   *
   * @throws IsolationRefused if there is none
   */
  static ContainerEngine find(BuildCommands commands) throws IsolationRefused {
    Map<String, String> environment = commands.hostEnvironment();
    return NAMES.stream()
        .map(name -> ProgramFile.find(name, environment.getOrDefault("PATH", "")))
        .flatMap(Optional::stream)
        .findFirst()
        .map(program -> new ContainerEngine(program, environment))
        .orElseThrow(() ->
            new IsolationRefused(
                "neither docker nor podman is installed on the worker, or on its PATH; install the"
                    + " package docker.io"));
  }

  String name() {
    return program.getFileName().toString();
  }

  Command command(Duration timeLimit, List<String> arguments) {
    var line = new ArrayList<>(List.of(program.toString()));
    line.addAll(arguments);
    return new Command(line, environment, Path.of("/"), timeLimit);
  }

  /**
   * Does something short; whatever the engine prints is in the answer and nowhere else.
   *
   * @throws IsolationRefused if there is no answer in time
   */
  CapturedOutput ask(BuildCommands commands, List<String> arguments) throws PluginFailure {
    return ask(commands, SHORT, arguments);
  }

  CapturedOutput ask(BuildCommands commands, Duration timeLimit, List<String> arguments)
      throws PluginFailure {
    var line = new ArrayList<>(List.of("/bin/sh", "-c", ERRORS_TOO, "sh", program.toString()));
    line.addAll(arguments);
    try {
      return commands.capture(new Command(line, environment, Path.of("/"), timeLimit));
    } catch (CommandTimedOut e) {
      throw new IsolationRefused(
          name() + " does not answer: it took longer than " + timeLimit.toSeconds() + " s", e);
    }
  }

  /**
   * Does nothing but find out whether the engine answers.
   *
   * @throws IsolationRefused if it does not
   */
  void requireAnswer(BuildCommands commands) throws PluginFailure {
    CapturedOutput answer = ask(commands, List.of("ps", "--quiet"));
    if (!answer.succeeded()) {
      throw new IsolationRefused(name() + " does not answer: " + lastLine(answer.output()));
    }
  }

  /** Whether root inside a container is nobody but the worker's own user outside. */
  boolean isRootless(BuildCommands commands) throws PluginFailure {
    String field = name().equals("podman") ? "{{.Host.Security.Rootless}}" : "{{.SecurityOptions}}";
    CapturedOutput answer = ask(commands, List.of("info", "--format", field));
    return answer.succeeded()
        && (answer.output().contains("name=rootless") || answer.output().strip().equals("true"));
  }

  /** The line of an engine's output that says what went wrong. */
  static String lastLine(String output) {
    return output
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("See '") && !line.startsWith("Run '"))
        .reduce((_, next) -> next)
        .orElse("it says nothing");
  }
}
