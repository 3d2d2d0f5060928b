package io.vespene.e2e.git;

import io.vespene.e2e.process.Await;
import io.vespene.e2e.process.BackgroundProcess;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.process.Folder;
import io.vespene.e2e.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * An sshd of its own, with new host keys, that lets one key of the tests' own user in and serves
 * git.
 */
public final class GitSshServer implements AutoCloseable {
  private final BackgroundProcess daemon;
  private final Folder folder;
  private final int port;

  private GitSshServer(BackgroundProcess daemon, Folder folder, int port) {
    this.daemon = daemon;
    this.folder = folder;
    this.port = port;
  }

  /** Starts a server. */
  public static GitSshServer start() {
    Folder folder = Folder.create("sshd");
    int port = FreePort.find();
    makeKey(folder.resolve("host-key"));
    makeKey(folder.resolve("client-key"));
    folder.file(
        "sshd_config",
        """
        ListenAddress 127.0.0.1
        Port %d
        HostKey %s
        AuthorizedKeysFile %s
        PidFile none
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        PermitRootLogin prohibit-password
        """
            .formatted(port, folder.resolve("host-key"), folder.resolve("client-key.pub")));
    BackgroundProcess daemon =
        BackgroundProcess.start(
            "sshd",
            Command.of(
                "/usr/sbin/sshd", "-D", "-e", "-f", folder.resolve("sshd_config").toString()),
            folder.resolve("sshd.log"));
    var server = new GitSshServer(daemon, folder, port);
    Await.until("sshd to listen", Duration.ofSeconds(10), server::listens);
    return server;
  }

  /** Returns the address of a bare repository, for the tests' own user. */
  public URI url(Path repository) {
    String user = System.getProperty("user.name");
    return URI.create("ssh://" + user + "@127.0.0.1:" + port + repository);
  }

  /** Returns settings with which workers trust this server and are let in. */
  public Map<String, String> settings() {
    Path knownHosts = folder.file("known_hosts", knownHostsLine());
    String ssh =
        "ssh -F /dev/null -o BatchMode=yes -o UserKnownHostsFile=%s -i %s"
            .formatted(knownHosts, clientKey());
    return Map.of("GIT_SSH_COMMAND", ssh);
  }

  /** Returns the private key that is let in. */
  public Path clientKey() {
    return folder.resolve("client-key");
  }

  /** Returns the line of a known_hosts file that tells this server from an impostor. */
  public String knownHostsLine() {
    try {
      return "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve("host-key.pub"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    daemon.close();
    folder.close();
  }

  private boolean listens() {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void makeKey(Path file) {
    Command.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString()).output();
  }
}
