package io.vespene.plugins.scm;

import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.SourceAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a checkout uses ssh: it never asks, forwards nothing, and reads no settings but these.
 *
 * <p>Only the project's keys are offered, which an agent holds: never those that the worker's own
 * user has at home. Host keys are those that the project pins and no others, or else those that
 * were seen first.
 */
final class Ssh {
  /** For git, which has a shell run this; what varies reaches it as a variable. */
  static final String GIT_COMMAND = "exec ssh -F \"$VESPENE_SSH_CONFIG\"";

  private static final Pattern HOST_WITH_PORT = Pattern.compile("(.*):([0-9]+)");

  private final SourceAccess access;
  private final Path configuration;
  private final Path knownHosts;

  private Ssh(SourceAccess access, Path configuration, Path knownHosts) {
    this.access = access;
    this.configuration = configuration;
    this.knownHosts = knownHosts;
  }

  /** Writes its configuration into the checkout's private directory. */
  static Ssh prepare(SourceUrl url, Checkout checkout, Path commonKnownHosts)
      throws CheckoutFailed {
    Path directory = checkout.privateDirectory();
    boolean pinned = !checkout.access().hostKeys().isEmpty();
    Path knownHosts = pinned ? directory.resolve("known_hosts") : commonKnownHosts;
    var ssh = new Ssh(checkout.access(), directory.resolve("ssh_config"), knownHosts);
    try {
      if (pinned) {
        Files.write(knownHosts, requireLines(checkout.access().hostKeys()));
      }
      Files.write(ssh.configuration, ssh.lines(url));
    } catch (IOException e) {
      throw new CheckoutFailed("the settings of ssh could not be written: " + e.getMessage(), e);
    }
    return ssh;
  }

  private static List<String> requireLines(List<String> hostKeys) throws CheckoutFailed {
    for (String line : hostKeys) {
      if (line.chars().anyMatch(Character::isISOControl)) {
        throw new CheckoutFailed("a host key of the project is no line of a known_hosts file");
      }
    }
    return hostKeys;
  }

  private List<String> lines(SourceUrl url) {
    var lines =
        new ArrayList<>(
            List.of(
                "BatchMode yes",
                "ConnectTimeout 30",
                "ServerAliveInterval 20",
                "ServerAliveCountMax 3",
                "ForwardAgent no",
                "ClearAllForwardings yes",
                "PermitLocalCommand no",
                "UpdateHostKeys no",
                "PreferredAuthentications publickey",
                "IdentityFile none"));
    if (access.agentSocket().isEmpty()) {
      lines.add("IdentityAgent none");
    }
    if (isPinned()) {
      lines.add("StrictHostKeyChecking yes");
      lines.add("UserKnownHostsFile " + quoted(knownHosts));
      lines.add("GlobalKnownHostsFile /dev/null");
    } else {
      lines.add("StrictHostKeyChecking accept-new");
      lines.add("UserKnownHostsFile " + quoted(knownHosts) + " ~/.ssh/known_hosts");
    }
    Matcher withPort = HOST_WITH_PORT.matcher(url.host());
    if (url.scheme().equals("svn+ssh") && withPort.matches()) {
      // Svn takes the port for a part of the host's name.
      lines.add("Host " + url.host());
      lines.add("HostName " + withPort.group(1));
      lines.add("Port " + withPort.group(2));
    }
    return lines;
  }

  private boolean isPinned() {
    return !access.hostKeys().isEmpty();
  }

  /** As ssh's configuration wants it, in which % begins a token. */
  private static String quoted(Path file) {
    return '"' + file.toString().replace("%", "%%") + '"';
  }

  /** What must be in the environment of the command that starts ssh. */
  Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    environment.put("VESPENE_SSH_CONFIG", configuration.toString());
    access.agentSocket().ifPresent(socket -> environment.put("SSH_AUTH_SOCK", socket.toString()));
    return environment;
  }

  /** For svn, which runs this without a shell, but takes it apart like one. */
  String svnCommand() {
    String file = configuration.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    return "ssh -F \"" + file + "\"";
  }

  /** What ssh failed with, in words that say what to do; empty if it was not ssh that failed. */
  Optional<String> failure(String lastWords) {
    boolean changed = lastWords.contains("REMOTE HOST IDENTIFICATION HAS CHANGED");
    boolean refused = lastWords.contains("Host key verification failed.");
    if (isPinned() && (changed || refused)) {
      return Optional.of(
          "the ssh server's host key is none of those that the project pins (host_keys);"
              + " nothing was offered to it");
    }
    if (changed) {
      return Optional.of(
          "the ssh server's host key has changed, so somebody may be listening; nothing was offered"
              + " to it. If the change is right, remove the old key from "
              + knownHosts
              + " (ssh-keygen -R)");
    }
    return lastWords
        .lines()
        .map(String::strip)
        .filter(line ->
            line.startsWith("ssh: ")
                || line.equals("Host key verification failed.")
                || line.contains(": Permission denied ("))
        .findFirst();
  }
}
