package io.vespene.plugins.isolation;

import io.vespene.plugin.AgentAccess;
import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.Isolation;
import io.vespene.plugin.IsolationCommands;
import io.vespene.plugin.IsolationRefused;
import io.vespene.plugin.IsolationRequest;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.ProcessSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Runs scripts as another user, by {@code sudo -n -u}.
 *
 * <p>The option {@code sudo_user} names the user; {@code {slot}} in it becomes the number of the
 * worker's slot, and then all processes of that user are taken to be the build's. The user owns the
 * build's directory while the build runs, and a home directory made for it alone.
 *
 * <p>The worker may be root, or an ordinary user whom sudoers allows to run anything as the sudo
 * user, and who is a member of the sudo user's group.
 */
public final class SudoIsolation implements Isolation {
  private static final String USER_OPTION = "sudo_user";
  private static final String SLOT = "{slot}";
  private static final Pattern USER_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}\\$?");

  private static final int KILL_ROUNDS = 50;
  private static final Duration KILL_PAUSE = Duration.ofMillis(100);

  private final SudoAccess access;

  /**
   * @param secrets files that the sudo user must not be able to read, and directories that it must
   *     not be able to enter either; those that are missing do no harm
   */
  public SudoIsolation(List<Path> secrets) {
    this.access = new SudoAccess(secrets);
  }

  @Override
  public String type() {
    return "sudo";
  }

  @Override
  public IsolatedBuild isolate(IsolationRequest request, IsolationCommands kinds)
      throws PluginFailure {
    BuildCommands commands = kinds.lasting();
    IsolationTraces traces = request.traces();
    SudoUser user = access.require(userName(traces), traces.buildRoot(), commands);
    var handover = new Handover(traces.workingDirectory(), user);
    var home = new BuildHome(traces.buildRoot(), traces.build());
    var build =
        new SudoBuild(request, user, processes(traces, user, commands), handover, home, commands);
    try {
      // Another database may have had a build of this number.
      home.remove(user, commands);
      home.make(handover, traces.workingDirectory());
      handover.give();
      return build;
    } catch (PluginFailure e) {
      build.close();
      throw e;
    }
  }

  @Override
  public AgentAccess agentAccess(IsolationTraces traces) {
    return new AgentAccess.Apart(new BuildHome(traces.buildRoot(), traces.build()).path());
  }

  @Override
  public void clear(IsolationTraces traces, BuildCommands commands) throws PluginFailure {
    SudoUser user = access.require(userName(traces), traces.buildRoot(), commands);
    kill(processes(traces, user, commands), user, commands);
    new Handover(traces.workingDirectory(), user).takeBack();
    new BuildHome(traces.buildRoot(), traces.build()).remove(user, commands);
  }

  /** A killed process is still to be seen for a moment. */
  private static void kill(SudoProcesses processes, SudoUser user, BuildCommands commands)
      throws PluginFailure {
    for (int round = 0; round < KILL_ROUNDS; round++) {
      processes.signal(ProcessSignal.KILL);
      if (processes.survivors().isEmpty()) {
        return;
      }
      commands.pause(KILL_PAUSE);
    }
    throw new IsolationRefused("processes of the build still run as " + user.name());
  }

  private static SudoProcesses processes(
      IsolationTraces traces, SudoUser user, BuildCommands commands) {
    boolean alone = traces.options().getOrDefault(USER_OPTION, "").contains(SLOT);
    return new SudoProcesses(traces, user, alone, commands);
  }

  private static String userName(IsolationTraces traces) throws IsolationRefused {
    String option = traces.options().getOrDefault(USER_OPTION, "");
    String name = option.replace(SLOT, Integer.toString(traces.slot()));
    if (name.isEmpty()) {
      throw new IsolationRefused("the worker pool names no sudo user");
    }
    if (!USER_NAME.matcher(name).matches()) {
      throw new IsolationRefused("not the name of a user: " + name.replaceAll("\\p{Cntrl}", "?"));
    }
    return name;
  }
}
