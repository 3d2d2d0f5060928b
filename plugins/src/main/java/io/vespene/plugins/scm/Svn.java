package io.vespene.plugins.scm;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.CapturedOutput;
import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.Command;
import io.vespene.plugin.CommandFailed;
import io.vespene.plugin.CommandResult;
import io.vespene.plugin.Login;
import io.vespene.plugin.PluginFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs svn for one checkout, so that it never asks, keeps no password, and reads no settings of the
 * worker's user. All commands together have the checkout's time.
 */
final class Svn {
  // Constant: what varies comes as arguments.
  private static final String WITH_ERRORS = "exec \"$@\" 2>&1";
  private static final String REDIRECTING = "Redirecting to URL '";

  private final BuildCommands commands;
  private final Checkout checkout;
  private final Map<String, String> environment;
  private final Deadline deadline;
  private final Retries retries;
  private final Ssh ssh;
  private final Optional<Login> login;

  private Svn(
      BuildCommands commands,
      Checkout checkout,
      Map<String, String> environment,
      Deadline deadline,
      Retries retries,
      Ssh ssh,
      Optional<Login> login) {
    this.commands = commands;
    this.checkout = checkout;
    this.environment = environment;
    this.deadline = deadline;
    this.retries = retries;
    this.ssh = ssh;
    this.login = login;
  }

  static Svn prepare(
      SourceSettings settings, SourceUrl url, Checkout checkout, BuildCommands commands)
      throws CheckoutFailed {
    var deadline = new Deadline(checkout.timeLimit());
    Ssh ssh = Ssh.prepare(url, checkout, settings.knownHosts());
    return new Svn(
        commands,
        checkout,
        environment(ssh, checkout, commands),
        deadline,
        new Retries(settings.firstPause(), deadline, commands),
        ssh,
        login(url, checkout, commands));
  }

  private static Map<String, String> environment(
      Ssh ssh, Checkout checkout, BuildCommands commands) {
    var environment = new HashMap<>(commands.hostEnvironment());
    environment.putAll(ssh.environment());
    environment.put("HOME", checkout.privateDirectory().toString());
    environment.put("SVN_SSH", ssh.svnCommand());
    environment.put("LANG", "C");
    // Names of files that are no ASCII need it.
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    environment.put("LC_CTYPE", mac ? "UTF-8" : "C.UTF-8");
    return environment;
  }

  private static Optional<Login> login(SourceUrl url, Checkout checkout, BuildCommands commands)
      throws CheckoutFailed {
    Optional<Login> login = checkout.access().login();
    if (login.isPresent()) {
      if (!url.isHttp() && !url.scheme().equals("svn")) {
        commands.say("The service login is not used: it is for http, https and svn only.");
        return Optional.empty();
      }
      GitLogin.requireFor(url, login.get());
    }
    return login;
  }

  /**
   * Returns when the login is not about to be sent to another server.
   *
   * <p>Svn would offer it to whatever server a redirect leads to, so the server is first asked
   * without it. Most often it only answers that it wants one.
   *
   * @throws CheckoutFailed if the server sends us elsewhere
   */
  void requireNoRedirect(SourceUrl url) throws PluginFailure {
    if (login.isEmpty() || !url.isHttp()) {
      return;
    }
    CapturedOutput found = retries.run(() -> commands.capture(probe(url)), Svn::failureIn);
    if (NetworkFailure.isSaidIn(failureIn(found))) {
      throw failure(found.exitCode(), found.output());
    }
    for (String line : found.output().lines().toList()) {
      if (line.startsWith(REDIRECTING)
          && !line.startsWith(url.origin() + "/", REDIRECTING.length())) {
        throw new CheckoutFailed(
            "the server sends checkouts on to another address, which gets no login: "
                + line.substring(REDIRECTING.length()).replaceAll("':?$", ""));
      }
    }
  }

  private Command probe(SourceUrl url) throws CheckoutFailed {
    Command plain = command(List.of("info", "--", url.text() + "@"), "");
    var arguments = new ArrayList<>(List.of("/bin/sh", "-c", WITH_ERRORS, "sh"));
    arguments.addAll(plain.arguments());
    return new Command(arguments, plain.environment(), plain.directory(), plain.timeLimit());
  }

  private static String failureIn(CapturedOutput probed) {
    return probed.succeeded() ? "" : probed.output();
  }

  /**
   * Runs svn to ask the server; again when the network fails.
   *
   * @throws CheckoutFailed if it fails, with svn's own words
   */
  void askToSucceed(String... arguments) throws PluginFailure {
    CommandResult result =
        retries.run(
            () -> commands.run(asking(arguments)),
            ended -> ended.succeeded() ? "" : ended.lastOutput());
    if (!result.succeeded()) {
      throw failure(result.exitCode(), result.lastOutput());
    }
  }

  /** What svn prints after it asked the server like {@link #askToSucceed}. */
  String askAndCapture(String... arguments) throws PluginFailure {
    CapturedOutput output =
        retries.run(
            () -> commands.capture(asking(arguments)),
            ended -> ended.succeeded() ? "" : ended.lastErrors());
    return require(output);
  }

  /** What svn prints about the working directory. */
  String capture(String... arguments) throws CommandFailed, CheckoutFailed {
    return require(commands.capture(command(List.of(arguments), "")));
  }

  private String require(CapturedOutput output) throws CheckoutFailed {
    if (!output.succeeded()) {
      throw failure(output.exitCode(), output.lastErrors());
    }
    return output.output();
  }

  private Command asking(String... arguments) throws CheckoutFailed {
    if (login.isEmpty()) {
      return command(List.of(arguments), "");
    }
    var line = new ArrayList<>(List.of(arguments).subList(0, 1));
    line.add("--username=" + login.get().username());
    line.add("--password-from-stdin");
    line.addAll(List.of(arguments).subList(1, arguments.length));
    return command(line, login.get().password() + "\n");
  }

  private Command command(List<String> arguments, String input) throws CheckoutFailed {
    Path configuration = checkout.privateDirectory().resolve("subversion");
    var line = new ArrayList<>(List.of("svn"));
    line.add(arguments.getFirst());
    line.addAll(
        List.of(
            "--non-interactive",
            "--no-auth-cache",
            "--config-dir=" + configuration,
            "--config-option=servers:global:http-timeout=60"));
    line.addAll(arguments.subList(1, arguments.size()));
    return new Command(line, environment, checkout.directory(), input, deadline.left());
  }

  /** Svn's last words: from the general to the particular, each with a number. */
  private CheckoutFailed failure(int exitCode, String lastWords) {
    String said =
        lastWords
            .lines()
            .filter(line -> line.startsWith("svn: E"))
            .map(line -> line.replaceFirst("svn: E[0-9]+: ", ""))
            .collect(Collectors.joining("; "));
    String cause =
        ssh.failure(lastWords)
            .or(() -> login.isEmpty() ? missingLogin(lastWords) : Optional.empty())
            .orElse(said.isEmpty() ? "svn ended with exit code " + exitCode : said);
    return new CheckoutFailed(SourceUrl.shown(cause));
  }

  private static Optional<String> missingLogin(String lastWords) {
    return lastWords.contains("E215004") || lastWords.contains("Can't get username or password")
        ? Optional.of("the server asks for a login, and the project has no service login")
        : Optional.empty();
  }
}
