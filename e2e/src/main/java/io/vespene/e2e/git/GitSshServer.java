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
import java.util.ArrayList;
import java.util.List;

/**
 * An sshd of its own, with new host keys, that lets one key of the tests' own user in and serves
 * git.
 */
public final class GitSshServer implements AutoCloseable {
  private static final String MOUNT =
      "mkdir -p -m 700 \"$2\" && mount --bind \"$1\" \"$2\" && shift 2 && exec \"$@\"";

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

  /**
   * Returns a command whose ssh trusts this server and is let in, through keys and known hosts in
   * the home that the system names for its user. They are seen by this command and its children
   * only: the folder is mounted in a namespace of theirs. The process keeps its id.
   */
  public Command trusting(Command command) {
    Path keys = folder.folder("ssh");
    Command.of("cp", clientKey().toString(), keys.resolve("id_ed25519").toString()).output();
    Path home = Path.of(System.getProperty("user.home")).resolve(".ssh");
    var all = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", MOUNT, "sh"));
    all.addAll(List.of(keys.toString(), home.toString()));
    all.addAll(command.arguments());
    return new Command(
        all, command.directory(), command.environment(), command.input(), command.limit());
  }

  /** Returns a shell command that logs in, as the tests' own user, and runs another. */
  public String login(String command) {
    return "ssh -F /dev/null -o BatchMode=yes -o LogLevel=ERROR -o StrictHostKeyChecking=no"
        + " -o UserKnownHostsFile=/dev/null -p "
        + port
        + " "
        + System.getProperty("user.name")
        + "@127.0.0.1 "
        + command;
  }

  /** Makes a copy of the private key that is let in, locked with a password. */
  public Path lockedClientKey(String password) {
    Path copy = folder.resolve("locked-key");
    Command.of("cp", clientKey().toString(), copy.toString()).output();
    Command.of("chmod", "600", copy.toString()).output();
    Command.of("ssh-keygen", "-q", "-p", "-P", "", "-N", password, "-f", copy.toString()).output();
    return copy;
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
