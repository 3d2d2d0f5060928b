package io.vespene.plugins.scm;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.CapturedOutput;
import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.Command;
import io.vespene.plugin.CommandFailed;
import io.vespene.plugin.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs git for one checkout, so that it never asks, runs no hook, and reads no settings but ours.
 *
 * <p>All commands together have the checkout's time.
 */
final class Git {
  // Constant: what varies reaches the shell that git starts for it as a variable.
  private static final String SSH_COMMAND =
      "exec ssh -o BatchMode=yes -o StrictHostKeyChecking=accept-new -o ConnectTimeout=30"
          + " -o ForwardAgent=no -o ClearAllForwardings=yes -o PermitLocalCommand=no"
          + " -o UserKnownHostsFile=\"\\\"$VESPENE_KNOWN_HOSTS\\\" ~/.ssh/known_hosts\"";

  private final Checkout checkout;
  private final BuildCommands commands;
  private final Map<String, String> environment;
  private final long startNanos = System.nanoTime();

  Git(GitSettings settings, Checkout checkout, BuildCommands commands) throws CheckoutFailed {
    this.checkout = checkout;
    this.commands = commands;
    this.environment = environment(settings, checkout, commands);
    writeConfiguration(settings, checkout.privateDirectory());
  }

  private static Map<String, String> environment(
      GitSettings settings, Checkout checkout, BuildCommands commands) {
    var environment = new HashMap<>(commands.hostEnvironment());
    environment.put("HOME", checkout.privateDirectory().toString());
    environment.put("LC_ALL", "C");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_ALLOW_PROTOCOL", protocols(settings));
    environment.put("GIT_SSH_COMMAND", SSH_COMMAND);
    environment.put("GIT_SSH_VARIANT", "ssh");
    environment.put("VESPENE_KNOWN_HOSTS", settings.knownHosts().toString());
    return environment;
  }

  private static String protocols(GitSettings settings) {
    return "https:http:ssh:git" + (settings.allowFileUrls() ? ":file" : "");
  }

  private static void writeConfiguration(GitSettings settings, Path home) throws CheckoutFailed {
    var lines = new ArrayList<>(List.of("[core]", "hooksPath = /dev/null"));
    lines.addAll(List.of("[advice]", "detachedHead = false"));
    if (settings.allowFileUrls()) {
      // Whoever allows folders of this machine means those of other users too.
      lines.addAll(List.of("[safe]", "directory = *"));
    }
    try {
      Files.write(home.resolve(".gitconfig"), lines);
    } catch (IOException e) {
      throw new CheckoutFailed("git's settings could not be written: " + e.getMessage(), e);
    }
  }

  /** Runs git in the working directory, its output going to the log. */
  CommandResult run(String... arguments) throws CommandFailed, CheckoutFailed {
    return commands.run(command(arguments));
  }

  /**
   * Runs git like {@link #run}.
   *
   * @throws CheckoutFailed if it fails, with git's own words
   */
  void require(String... arguments) throws CommandFailed, CheckoutFailed {
    CommandResult result = run(arguments);
    if (!result.succeeded()) {
      throw failure(result);
    }
  }

  /**
   * What git prints.
   *
   * @throws CheckoutFailed if it fails
   */
  String capture(String... arguments) throws CommandFailed, CheckoutFailed {
    CapturedOutput output = commands.capture(command(arguments));
    if (!output.succeeded()) {
      throw new CheckoutFailed(
          "git " + arguments[0] + " ended with exit code " + output.exitCode());
    }
    return output.output();
  }

  /** The failure that git's last words, or those of ssh below it, tell about. */
  static CheckoutFailed failure(CommandResult result) {
    List<String> lines = result.lastOutput().lines().map(String::strip).toList();
    String cause =
        Stream.concat(
                lines.stream().filter(Git::isSaidBySsh), lines.stream().filter(Git::isSaidByGit))
            .findFirst()
            .orElse("git ended with exit code " + result.exitCode());
    return new CheckoutFailed(cause.replaceAll("//[^/@]*@", "//…@"));
  }

  private static boolean isSaidByGit(String line) {
    return line.startsWith("fatal:") || line.startsWith("error:");
  }

  /** These name the cause; what git says afterwards does not. */
  private static boolean isSaidBySsh(String line) {
    return line.startsWith("ssh: ")
        || line.equals("Host key verification failed.")
        || line.contains(": Permission denied (");
  }

  private Command command(String... arguments) throws CheckoutFailed {
    Duration left = checkout.timeLimit().minus(Duration.ofNanos(System.nanoTime() - startNanos));
    if (!left.isPositive()) {
      throw timedOut(checkout.timeLimit());
    }
    var line = new ArrayList<>(List.of("git", "-c", "core.hooksPath=/dev/null"));
    line.addAll(List.of(arguments));
    return new Command(line, environment, checkout.directory(), left);
  }

  static CheckoutFailed timedOut(Duration limit) {
    return new CheckoutFailed("it took longer than " + limit.toSeconds() + " s");
  }
}
