package io.vespene.plugins.isolation;

import io.vespene.plugin.AgentAccess;
import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.Isolation;
import io.vespene.plugin.IsolationRefused;
import io.vespene.plugin.IsolationRequest;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.ProcessSignal;
import java.nio.file.Path;
import java.util.Optional;
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

  private final SudoAccess access;

  /**
   * @param settingsFile the file that the sudo user must not be able to read, when there is one
   */
  public SudoIsolation(Optional<Path> settingsFile) {
    this.access = new SudoAccess(settingsFile);
  }

  @Override
  public String type() {
    return "sudo";
  }

  @Override
  public IsolatedBuild isolate(IsolationRequest request, BuildCommands commands)
      throws PluginFailure {
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
    SudoProcesses processes = processes(traces, user, commands);
    processes.signal(ProcessSignal.KILL);
    if (!processes.survivors().isEmpty()) {
      throw new IsolationRefused("processes of the build still run as " + user.name());
    }
    new Handover(traces.workingDirectory(), user).takeBack();
    new BuildHome(traces.buildRoot(), traces.build()).remove(user, commands);
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
