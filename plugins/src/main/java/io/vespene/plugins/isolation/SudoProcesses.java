package io.vespene.plugins.isolation;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.BuildProcesses;
import io.vespene.plugin.CapturedOutput;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.ProcessSignal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The processes of a build that runs as a sudo user.
 *
 * <p>Root reaches them as it reaches any other. An ordinary user can neither see what they carry
 * nor signal them, so both is done as the sudo user.
 */
final class SudoProcesses implements BuildProcesses {
  private static final String REACH = read("reach.sh");

  private final IsolationTraces traces;
  private final SudoUser user;
  private final boolean userIsBuildsAlone;
  private final BuildCommands commands;

  SudoProcesses(
      IsolationTraces traces, SudoUser user, boolean userIsBuildsAlone, BuildCommands commands) {
    this.traces = traces;
    this.user = user;
    this.userIsBuildsAlone = userIsBuildsAlone;
    this.commands = commands;
  }

  @Override
  public void signal(ProcessSignal signal) throws PluginFailure {
    traces.processes().signal(signal);
    if (needsSudo()) {
      var _ =
          switch (signal) {
            case TERMINATE -> reach("TERM");
            case KILL -> reach("KILL");
          };
    }
  }

  @Override
  public Set<Long> survivors() throws PluginFailure {
    var survivors = new HashSet<>(traces.processes().survivors());
    if (needsSudo()) {
      for (String id : reach("list").strip().split(" +", -1)) {
        if (!id.isEmpty()) {
          survivors.add(Long.parseLong(id));
        }
      }
    }
    return survivors;
  }

  private boolean needsSudo() {
    return !user.workerIsRoot() || userIsBuildsAlone;
  }

  private String reach(String action) throws PluginFailure {
    var arguments = new ArrayList<>(List.of("/bin/sh", "-c", REACH, "reach", action));
    arguments.add(userIsBuildsAlone ? "*" : traces.cookie());
    for (Long known : traces.processes().survivors()) {
      arguments.add(Long.toString(known));
    }
    CapturedOutput output = commands.capture(user.command(commands, Path.of("/"), arguments));
    return output.output();
  }

  private static String read(String resource) {
    try (InputStream in = SudoProcesses.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
