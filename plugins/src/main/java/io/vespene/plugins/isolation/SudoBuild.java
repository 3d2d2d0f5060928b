package io.vespene.plugins.isolation;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Command;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.IsolationRequest;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.ProcessSignal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A script that runs as a sudo user. */
record SudoBuild(
    IsolationRequest request,
    SudoUser user,
    SudoProcesses processes,
    Handover handover,
    BuildHome home,
    BuildCommands commands)
    implements IsolatedBuild {
  /** What sudo adds to the environment by itself. */
  private static final List<String> SUDO_ADDS =
      List.of(
          "SUDO_COMMAND",
          "SUDO_USER",
          "SUDO_UID",
          "SUDO_GID",
          "SUDO_HOME",
          "MAIL",
          "LOGNAME",
          "USER",
          "SHELL",
          "TERM");

  @Override
  public Command launch() {
    return asUser(
        new Command(
            List.of(request.script().toString()),
            request.environment(),
            request.traces().workingDirectory(),
            request.timeLimit()));
  }

  @Override
  public Command beside(Command command) {
    return asUser(command);
  }

  /**
   * The values of variables are handed to sudo in its environment: as arguments everybody on the
   * machine could read them, and sudo would write them to its log.
   */
  private Command asUser(Command command) {
    Map<String, String> environment = new HashMap<>(command.environment());
    environment.put("HOME", home.path().toString());
    var kept = new TreeSet<>(environment.keySet());
    // Whoever starts the command marks it only then.
    kept.add(IsolationTraces.COOKIE_VARIABLE);
    var line = new ArrayList<>(List.of(user.sudo().toString(), "-n", "-u", user.name()));
    line.add("--preserve-env=" + String.join(",", kept));
    line.addAll(List.of("--", "/usr/bin/env"));
    for (String added : SUDO_ADDS) {
      if (!environment.containsKey(added)) {
        line.addAll(List.of("-u", added));
      }
    }
    line.addAll(command.arguments());
    return new Command(
        line, environment, command.directory(), command.input(), command.timeLimit());
  }

  @Override
  public Optional<String> scriptUser() {
    return Optional.of(user.name());
  }

  @Override
  public String description() {
    return "as user " + user.name();
  }

  @Override
  public void signal(ProcessSignal signal) throws PluginFailure {
    processes.signal(signal);
  }

  @Override
  public Set<Long> survivors() throws PluginFailure {
    return processes.survivors();
  }

  @Override
  public void close() throws PluginFailure {
    handover.takeBack();
    home.remove(user, commands);
  }
}
