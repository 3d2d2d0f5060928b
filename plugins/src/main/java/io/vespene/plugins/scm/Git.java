package io.vespene.plugins.scm;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.CapturedOutput;
import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.Command;
import io.vespene.plugin.CommandFailed;
import io.vespene.plugin.CommandResult;
import io.vespene.plugin.PluginFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs git for one checkout, so that it never asks, runs no hook, and reads no settings but ours.
 *
 * <p>All commands together have the checkout's time.
 */
final class Git {
  private final BuildCommands commands;
  private final Map<String, String> environment;
  private final Deadline deadline;
  private final Retries retries;
  private final Ssh ssh;
  private final Optional<GitLogin> login;
  private final Path directory;

  private Git(
      BuildCommands commands,
      Map<String, String> environment,
      Deadline deadline,
      Retries retries,
      Ssh ssh,
      Optional<GitLogin> login,
      Path directory) {
    this.commands = commands;
    this.environment = Map.copyOf(environment);
    this.deadline = deadline;
    this.retries = retries;
    this.ssh = ssh;
    this.login = login;
    this.directory = directory;
  }

  /** Writes the settings that git is to read, into the checkout's private directory. */
  static Git prepare(
      SourceSettings settings, SourceUrl url, Checkout checkout, BuildCommands commands)
      throws CheckoutFailed {
    var deadline = new Deadline(checkout.timeLimit());
    Ssh ssh = Ssh.prepare(url, checkout, settings.knownHosts());
    Optional<GitLogin> login = Optional.empty();
    if (checkout.access().login().isPresent()) {
      if (url.isHttp()) {
        login = Optional.of(GitLogin.of(url, checkout.access().login().get()));
      } else {
        commands.say("The service login is not used: it is for http and https only.");
      }
    }
    writeSettings(settings, login, checkout.privateDirectory());
    return new Git(
        commands,
        environment(settings, ssh, checkout, commands),
        deadline,
        new Retries(settings.firstPause(), deadline, commands),
        ssh,
        login,
        checkout.directory());
  }

  private static Map<String, String> environment(
      SourceSettings settings, Ssh ssh, Checkout checkout, BuildCommands commands) {
    var environment = new HashMap<>(commands.hostEnvironment());
    environment.putAll(ssh.environment());
    environment.put("HOME", checkout.privateDirectory().toString());
    environment.put("LC_ALL", "C");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_LITERAL_PATHSPECS", "1");
    environment.put(
        "GIT_ALLOW_PROTOCOL", "https:http:ssh:git" + (settings.allowFileUrls() ? ":file" : ""));
    environment.put("GIT_SSH_COMMAND", Ssh.GIT_COMMAND);
    environment.put("GIT_SSH_VARIANT", "ssh");
    return environment;
  }

  private static void writeSettings(SourceSettings settings, Optional<GitLogin> login, Path home)
      throws CheckoutFailed {
    var lines = new ArrayList<>(List.of("[core]", "hooksPath = /dev/null"));
    lines.addAll(List.of("[advice]", "detachedHead = false"));
    // Nothing goes on in the background, and what stands still is given up.
    lines.addAll(List.of("[gc]", "auto = 0", "[maintenance]", "auto = false"));
    lines.addAll(List.of("[http]", "lowSpeedLimit = 1", "lowSpeedTime = 60"));
    lines.addAll(List.of("[credential]", "helper ="));
    login.ifPresent(found -> lines.addAll(found.settings()));
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

  /** The same in another directory. */
  Git in(Path other) {
    return new Git(commands, environment, deadline, retries, ssh, login, other);
  }

  /** The same, but it may read repositories of this machine: those that the worker keeps. */
  Git readingFiles() {
    var more = new HashMap<>(environment);
    more.put("GIT_ALLOW_PROTOCOL", "file");
    return new Git(commands, more, deadline, retries, ssh, login, directory);
  }

  Path directory() {
    return directory;
  }

  Deadline deadline() {
    return deadline;
  }

  BuildCommands commands() {
    return commands;
  }

  /** Runs git, its output going to the log. */
  CommandResult run(String... arguments) throws CommandFailed, CheckoutFailed {
    return commands.run(command("", arguments));
  }

  /**
   * Runs git like {@link #run}.
   *
   * @throws CheckoutFailed if it fails, with git's own words
   */
  void require(String... arguments) throws CommandFailed, CheckoutFailed {
    requireSuccess(run(arguments));
  }

  /** Runs git with something on standard input, like {@link #require}. */
  void requireWithInput(String input, String... arguments) throws CommandFailed, CheckoutFailed {
    requireSuccess(commands.run(command(input, arguments)));
  }

  /** Runs git to ask a server, with the login at hand; again when the network fails. */
  CommandResult ask(String... arguments) throws PluginFailure {
    return retries.run(
        () -> commands.run(feeding(command("", arguments))),
        result -> result.succeeded() ? "" : result.lastOutput());
  }

  /** What git prints after it asked a server like {@link #ask}. */
  CapturedOutput askAndCapture(String... arguments) throws PluginFailure {
    return retries.run(
        () -> commands.capture(feeding(command("", arguments))),
        output -> output.succeeded() ? "" : output.lastErrors());
  }

  /** What git prints. */
  CapturedOutput capture(String... arguments) throws CommandFailed, CheckoutFailed {
    return commands.capture(command("", arguments));
  }

  /**
   * Returns when the command succeeded.
   *
   * @throws CheckoutFailed if not, with git's own words
   */
  void requireSuccess(CommandResult result) throws CheckoutFailed {
    if (!result.succeeded()) {
      throw failure(result.exitCode(), result.lastOutput());
    }
  }

  /** What git prints, when it succeeds; otherwise like {@link #requireSuccess}. */
  String requireOutput(CapturedOutput output) throws CheckoutFailed {
    if (!output.succeeded()) {
      throw failure(output.exitCode(), output.lastErrors());
    }
    return output.output();
  }

  /** The failure that git's last words, or those of ssh below it, tell about. */
  private CheckoutFailed failure(int exitCode, String lastWords) {
    String cause =
        ssh.failure(lastWords)
            .or(() -> login.isEmpty() ? missingLogin(lastWords) : Optional.empty())
            .or(() ->
                lastWords
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("fatal:") || line.startsWith("error:"))
                    .findFirst())
            .orElse("git ended with exit code " + exitCode);
    return new CheckoutFailed(SourceUrl.shown(cause));
  }

  private static Optional<String> missingLogin(String lastWords) {
    return lastWords.contains("could not read Username")
        ? Optional.of("the server asks for a login, and the project has no service login")
        : Optional.empty();
  }

  private Command feeding(Command command) {
    return login.map(found -> found.feeding(command)).orElse(command);
  }

  private Command command(String input, String... arguments) throws CheckoutFailed {
    var line = new ArrayList<>(List.of("git", "-c", "core.hooksPath=/dev/null"));
    line.addAll(List.of(arguments));
    return new Command(line, environment, directory, input, deadline.left());
  }
}
