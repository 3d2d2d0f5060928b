package io.vespene.worker.build;

import io.vespene.plugin.Command;
import io.vespene.plugin.CommandFailed;
import io.vespene.plugin.CommandNotStarted;
import io.vespene.plugin.CommandResult;
import io.vespene.plugin.CommandStopped;
import io.vespene.plugin.CommandTimedOut;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.ProgramMissing;
import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.KeyMaterial;
import io.vespene.worker.process.Companion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * An agent that holds the SSH keys of one build for one user.
 *
 * <p>It ends when it is closed, and when the worker dies. It carries the build's cookie too, so it
 * ends with the build's processes at the latest; but it is marked as one that serves the script,
 * and not asked to end before that.
 *
 * <p>Keys reach it through pipes only: not as arguments, nor in an environment, nor on the disk.
 */
final class SshAgent implements AutoCloseable {
  private static final String SOCKET = ".agent";
  private static final Duration START_LIMIT = Duration.ofSeconds(20);
  private static final Duration ADD_LIMIT = Duration.ofSeconds(30);
  private static final Duration SLACK = Duration.ofHours(1);
  // The socket's path stands in a structure of fixed size, with a NUL at its end.
  private static final int MAX_SOCKET_BYTES =
      System.getProperty("os.name", "").equals("Linux") ? 107 : 103;
  // Constant: the directory is handed over as an argument. The askpass holds no secret: it prints
  // what comes through the pipe that ssh-add was given for it.
  private static final String STAY =
      """
      umask 077
      printf '%s\\n' '#!/bin/sh' 'exec cat <&3' > "$1/.askpass" || exit 1
      chmod 700 "$1/.askpass" || exit 1
      echo ready
      cat > /dev/null
      kill "$SSH_AGENT_PID"
      """;
  // Reads the unlock password from the first line and leaves the key that follows to ssh-add.
  private static final String ADD =
      """
      exec 5<&0
      IFS= read -r unlock
      printf '%s\\n' "$unlock" | { exec 3<&0 0<&5 5<&-; exec ssh-add -q -t "$1" -; }
      """;

  private final BuildWork work;
  private final Path directory;
  private final UnaryOperator<Command> asUser;
  private final Companion companion;

  private SshAgent(
      BuildWork work, Path directory, UnaryOperator<Command> asUser, Companion companion) {
    this.work = work;
    this.directory = directory;
    this.asUser = asUser;
    this.companion = companion;
  }

  /** Where an agent that has this directory listens. */
  static Path socketIn(Path directory) {
    return directory.resolve(SOCKET);
  }

  /**
   * Starts an agent and loads all keys of the build into it.
   *
   * @param directory of the agent's user, who alone may enter it
   * @param asUser makes a command that runs as that user
   */
  static SshAgent start(BuildWork work, Path directory, UnaryOperator<Command> asUser)
      throws PhaseFailed, InterruptedException {
    requireShort(socketIn(directory));
    work.startingAgent();
    var agent = new SshAgent(work, directory, asUser, begin(work, directory, asUser));
    work.startedAgent(agent);
    for (KeyMaterial key : work.assignment().sshKeys()) {
      agent.add(key);
    }
    return agent;
  }

  private static void requireShort(Path socket) throws PhaseFailed {
    int bytes = socket.toString().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_SOCKET_BYTES) {
      throw failed(
          "the path of the agent's socket may have "
              + MAX_SOCKET_BYTES
              + " bytes at most; choose a shorter state directory or build root than that of "
              + socket);
    }
  }

  private static Companion begin(BuildWork work, Path directory, UnaryOperator<Command> asUser)
      throws PhaseFailed, InterruptedException {
    var line =
        List.of(
            "ssh-agent",
            "-a",
            socketIn(directory).toString(),
            "/bin/sh",
            "-c",
            STAY,
            "sh",
            directory.toString());
    Map<String, String> environment = new HashMap<>(work.bench().host().forCommands());
    environment.put(IsolationTraces.COOKIE_VARIABLE, work.cookieValue());
    environment.put(IsolationTraces.BESIDE_VARIABLE, "1");
    try {
      return Companion.start(
          work.bench().starter(),
          asUser.apply(new Command(line, environment, Path.of("/"), START_LIMIT)),
          work.processes(),
          work.stopSwitch());
    } catch (CommandFailed e) {
      throw failed(reason(e));
    }
  }

  Path socket() {
    return socketIn(directory);
  }

  private void add(KeyMaterial key) throws PhaseFailed {
    var line = List.of("/bin/sh", "-c", ADD, "sh", Long.toString(lifetime(work.assignment())));
    String input = key.unlockPassword().orElse("") + "\n" + key.privateKey();
    var command = new Command(line, environment(), Path.of("/"), input, ADD_LIMIT);
    try {
      CommandResult result = work.commands().run(asUser.apply(command));
      if (!result.succeeded()) {
        throw failed("the SSH key '" + key.name() + "' " + cause(key, result));
      }
    } catch (CommandFailed e) {
      throw failed("the SSH key '" + key.name() + "' can't be loaded: " + reason(e));
    }
  }

  /** Should the agent outlive its build after all, the keys in it do not. */
  private static long lifetime(Assignment assignment) {
    return SLACK.toSeconds() + assignment.source().timeoutSeconds() + assignment.timeoutSeconds();
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(work.bench().host().forCommands());
    environment.put("LC_ALL", "C");
    environment.put("SSH_AUTH_SOCK", socket().toString());
    environment.put("SSH_ASKPASS", directory.resolve(".askpass").toString());
    environment.put("SSH_ASKPASS_REQUIRE", "force");
    // OpenSSH before 8.4 knows no such demand; it asks the program when there is a display.
    environment.put("DISPLAY", ":");
    return environment;
  }

  /** When a password does not fit, ssh-add says nothing at all. */
  private static String cause(KeyMaterial key, CommandResult result) {
    String said = result.lastOutput().strip();
    if (!said.isEmpty()) {
      return "can't be loaded: " + said.lines().toList().getLast().strip();
    }
    return key.unlockPassword().isPresent()
        ? "can't be unlocked: its unlock password is not the right one"
        : "is locked and has no unlock password";
  }

  private static String reason(CommandFailed failure) {
    return switch (failure) {
      case ProgramMissing missing ->
          missing.reason() + "; install OpenSSH's client (openssh-client)";
      case CommandTimedOut late -> "it took longer than " + late.timeLimit().toSeconds() + " s";
      case CommandNotStarted _, CommandStopped _ -> failure.reason();
    };
  }

  private static PhaseFailed failed(String reason) {
    return new PhaseFailed(BuildWork.failure(reason));
  }

  @Override
  public void close() {
    companion.close();
  }
}
