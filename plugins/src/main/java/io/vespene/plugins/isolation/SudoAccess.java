package io.vespene.plugins.isolation;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.CapturedOutput;
import io.vespene.plugin.Command;
import io.vespene.plugin.CommandFailed;
import io.vespene.plugin.IsolationRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out whether builds may run as a user. What was found holds for a minute. */
final class SudoAccess {
  private static final Duration VALID = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofSeconds(20);

  // Run as the sudo user: that it prints anything shows that sudo works.
  private static final String PROBE =
      """
      echo group "$(id -gn)"
      echo id "$(id -u)"
      cd "$1" || echo root closed
      shift
      number=0
      for secret; do
        if [ -r "$secret" ] || { [ -d "$secret" ] && [ -x "$secret" ]; }; then
          echo open $number
        fi
        number=$((number + 1))
      done
      """;
  private static final String OPEN = "open ";

  private final List<Path> secrets;
  private final Map<String, Found> found = new ConcurrentHashMap<>();

  SudoAccess(List<Path> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  private record Found(SudoUser user, long atNanos) {
    boolean isFresh() {
      return System.nanoTime() - atNanos < VALID.toNanos();
    }
  }

  /**
   * The user, when builds may run as it.
   *
   * @throws IsolationRefused with the reason why not
   */
  SudoUser require(String name, Path buildRoot, BuildCommands commands)
      throws IsolationRefused, CommandFailed {
    Found before = found.get(name);
    if (before != null && before.isFresh()) {
      return before.user();
    }
    SudoUser user = look(name, buildRoot, commands);
    found.put(name, new Found(user, System.nanoTime()));
    return user;
  }

  private SudoUser look(String name, Path buildRoot, BuildCommands commands)
      throws IsolationRefused, CommandFailed {
    Path sudo = findSudo(commands.hostEnvironment().getOrDefault("PATH", ""));
    requireExists(name, buildRoot);
    var line = new ArrayList<>(SudoUser.prefix(sudo, name));
    line.addAll(List.of("/bin/sh", "-c", PROBE, "sh", buildRoot.toString()));
    secrets.forEach(secret -> line.add(secret.toString()));
    CapturedOutput output =
        commands.capture(new Command(line, commands.hostEnvironment(), Path.of("/"), SHORT));
    List<String> lines = output.output().lines().toList();
    if (!output.succeeded() && lines.isEmpty()) {
      throw new IsolationRefused(
          "sudoers does not allow the worker's user to run everything as "
              + name
              + " without a password");
    }
    requireHarmless(name, buildRoot, lines);
    return new SudoUser(sudo, name, groupOf(name, lines), workerIsRoot(buildRoot));
  }

  private void requireHarmless(String name, Path buildRoot, List<String> lines)
      throws IsolationRefused {
    if (lines.contains("id 0")) {
      throw new IsolationRefused("builds don't run as root: " + name);
    }
    Optional<Path> open =
        lines.stream()
            .filter(line -> line.startsWith(OPEN))
            .map(line -> secrets.get(Integer.parseInt(line.substring(OPEN.length()))))
            .findFirst();
    if (open.isPresent()) {
      throw new IsolationRefused(
          "the user "
              + name
              + " can read "
              + open.get()
              + ", which no script may; close it to all"
              + " but the user of the worker");
    }
    if (lines.contains("root closed")) {
      throw new IsolationRefused("the user " + name + " can't enter the build root " + buildRoot);
    }
  }

  private static String groupOf(String name, List<String> lines) throws IsolationRefused {
    return lines.stream()
        .filter(line -> line.startsWith("group "))
        .map(line -> line.substring("group ".length()).strip())
        .filter(group -> !group.isEmpty())
        .findFirst()
        .orElseThrow(() -> new IsolationRefused("the user " + name + " has no group"));
  }

  private static Path findSudo(String searchPath) throws IsolationRefused {
    return ProgramFile.find("sudo", searchPath)
        .orElseThrow(() ->
            new IsolationRefused(
                "sudo is not installed on the worker, or not on its PATH; install the package"
                    + " sudo"));
  }

  private static void requireExists(String name, Path buildRoot) throws IsolationRefused {
    try {
      UserPrincipal user =
          buildRoot.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
      if (user.equals(Files.getOwner(buildRoot))) {
        throw new IsolationRefused(
            "the sudo user " + name + " is the worker's own user, or owns the build root");
      }
    } catch (UserPrincipalNotFoundException e) {
      throw new IsolationRefused("the user " + name + " does not exist on the worker", e);
    } catch (IOException e) {
      throw new IsolationRefused("the users of the worker can't be looked up", e);
    }
  }

  /** Whoever made the build root is the worker; its number tells, whatever it is called. */
  private static boolean workerIsRoot(Path buildRoot) throws IsolationRefused {
    try {
      Path probe = Files.createTempFile(buildRoot, ".owner-", "");
      try {
        return Integer.valueOf(0).equals(Files.getAttribute(probe, "unix:uid"));
      } finally {
        Files.delete(probe);
      }
    } catch (IOException e) {
      throw new IsolationRefused("the build root can't be written: " + e.getMessage(), e);
    }
  }
}
