package io.vespene.plugins.isolation;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.CapturedOutput;
import io.vespene.plugin.Command;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.IsolationRefused;
import io.vespene.plugin.IsolationRequest;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.ProcessSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A script that runs in a container of its own. */
record ContainerBuild(
    IsolationRequest request,
    ContainerOptions options,
    ContainerEngine engine,
    BuildContainers containers,
    ContainerDirectory directory,
    BuildCommands commands)
    implements IsolatedBuild {
  private static final String ROOT_INSIDE = "/builds";
  private static final String ROOT_VARIABLE = "VESPENE_BUILD_ROOT";
  private static final int COOKIE_LETTERS = 12;
  private static final Duration CREATE_LIMIT = Duration.ofSeconds(20);

  /** Of the worker's machine: an image has its own, and the agent's socket is out of reach. */
  private static final Set<String> LEFT_OUTSIDE = Set.of("PATH", "HOME", "SSH_AUTH_SOCK");

  private static final Pattern OF_CLIENTS =
      Pattern.compile(
          "LD_.*|DOCKER_.*|BUILDKIT_.*|CONTAINERS?_.*|XDG_.*|SSL_CERT_.*|GODEBUG|GOTRACEBACK|TMPDIR"
              + "|(?i:(?:https?|no|all)_proxy)");

  /**
   * What root needs to install packages: to own, read and write any file in the container, to act
   * as another user, to end processes, to serve on small ports.
   */
  private static final List<String> CAPABILITIES =
      List.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETUID", "SETGID", "KILL", "NET_BIND_SERVICE");

  /** Takes the working directory and makes the container, which does not run yet. */
  void prepare() throws PluginFailure {
    directory.shut();
    var line = new ArrayList<>(List.of("create"));
    line.addAll(arguments());
    Command create = engine.command(CREATE_LIMIT, line).withEnvironment(clientEnvironment());
    CapturedOutput answer = commands.capture(create);
    if (!answer.succeeded()) {
      throw new IsolationRefused(
          "the container could not be made: " + ContainerEngine.lastLine(answer.lastErrors()));
    }
  }

  private List<String> arguments() {
    IsolationTraces traces = request.traces();
    var arguments =
        new ArrayList<>(
            List.of(
                "--pull=never",
                "--name=" + containerName(),
                "--label=vespene.build=" + traces.build(),
                "--label=" + containers.label(),
                "--init",
                "--log-driver=none",
                "--no-healthcheck",
                "--user=0:0",
                "--security-opt=no-new-privileges",
                "--cap-drop=ALL"));
    CAPABILITIES.forEach(capability -> arguments.add("--cap-add=" + capability));
    arguments.addAll(options.limits());
    arguments.add("--mount=" + ContainerMount.of(directory.inner(), directoryInside()));
    arguments.add("--workdir=" + directoryInside());
    variables().keySet().forEach(name -> arguments.add("--env=" + name));
    // Whoever starts a command replaces this variable, so its value is named; it is no secret.
    arguments.add(
        "--env="
            + IsolationTraces.COOKIE_VARIABLE
            + "="
            + request.environment().getOrDefault(IsolationTraces.COOKIE_VARIABLE, ""));
    arguments.add(
        "--entrypoint="
            + directoryInside()
            + "/"
            + traces.workingDirectory().relativize(request.script()));
    arguments.add(options.image().fullName());
    return arguments;
  }

  private String containerName() {
    IsolationTraces traces = request.traces();
    return "vespene-" + traces.build() + "-" + traces.cookie().substring(0, COOKIE_LETTERS);
  }

  private String directoryInside() {
    return ROOT_INSIDE + "/" + request.traces().build();
  }

  /** What the script finds; the image and the engine add a PATH, HOME and HOSTNAME. */
  private Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>(request.environment());
    variables.keySet().removeAll(LEFT_OUTSIDE);
    // The engine's client would take these for its own.
    variables.keySet().removeIf(ContainerBuild::changesTheClient);
    variables.remove(IsolationTraces.COOKIE_VARIABLE);
    variables.put(ROOT_VARIABLE, ROOT_INSIDE);
    return variables;
  }

  private static boolean changesTheClient(String name) {
    return OF_CLIENTS.matcher(name).matches();
  }

  /**
   * The client hands on the values of variables that are named to it; as arguments all see them.
   */
  private Map<String, String> clientEnvironment() {
    var environment = new HashMap<>(variables());
    environment.putAll(engine.environment());
    return environment;
  }

  @Override
  public Command launch() {
    return engine
        .command(request.timeLimit(), List.of("start", "--attach", containerName()))
        .withEnvironment(markedEnvironment());
  }

  private Map<String, String> markedEnvironment() {
    var environment = new HashMap<>(engine.environment());
    environment.put(
        IsolationTraces.COOKIE_VARIABLE,
        request.environment().getOrDefault(IsolationTraces.COOKIE_VARIABLE, ""));
    return environment;
  }

  @Override
  public String description() {
    return "in a container of " + options.image().fullName();
  }

  @Override
  public void signal(ProcessSignal signal) throws PluginFailure {
    containers.signal(signal);
  }

  @Override
  public Set<Long> survivors() throws PluginFailure {
    return containers.survivors();
  }

  @Override
  public void close() throws PluginFailure {
    containers.remove();
    new ContainerResults(directory).take(engine, options.image(), commands);
    directory.open();
  }
}
