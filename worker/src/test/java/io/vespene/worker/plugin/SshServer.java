package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real sshd on the loopback address, and an agent with the one key that it knows. */
public final class SshServer {
  private final Path directory;
  private final int port;
  private final Process agent;
  private Process daemon;

  public SshServer(Path directory) throws Exception {
    this.directory = Files.createDirectories(directory);
    this.port = freePort();
    makeKey("user_key");
    Files.copy(directory.resolve("user_key.pub"), directory.resolve("authorized_keys"));
    makeKey("host_key");
    agent = new ProcessBuilder("ssh-agent", "-D", "-a", agentSocket().toString()).start();
    awaitFile(agentSocket());
    daemon = startDaemon("host_key");
    var adding = new ProcessBuilder("ssh-add", "-q", directory.resolve("user_key").toString());
    adding.environment().put("SSH_AUTH_SOCK", agentSocket().toString());
    assertThat(adding.start().waitFor()).isZero();
  }

  public Path agentSocket() {
    return directory.resolve("agent");
  }

  public int port() {
    return port;
  }

  /** Lets another key in, given by the line of its public half. */
  public void authorize(String publicKey) throws Exception {
    Files.writeString(
        directory.resolve("authorized_keys"), publicKey + "\n", StandardOpenOption.APPEND);
  }

  public String url(Path repository) {
    return "ssh://" + System.getProperty("user.name") + "@127.0.0.1:" + port + repository;
  }

  /** Comes back with another host key. */
  void changeHostKey() throws Exception {
    stop(daemon);
    makeKey("other_host_key");
    daemon = startDaemon("other_host_key");
  }

  /** The line of a known_hosts file for the key that the server began with. */
  String hostKeyLine() throws Exception {
    return "[127.0.0.1]:"
        + port
        + " "
        + Files.readString(directory.resolve("host_key.pub")).strip();
  }

  /** What the server notes from now on is its log. */
  void forgetLog() throws Exception {
    try (var log = new RandomAccessFile(directory.resolve("log").toFile(), "rw")) {
      log.setLength(0);
    }
  }

  /** What the server has noted. */
  String log() throws Exception {
    return Files.readString(directory.resolve("log"));
  }

  private Process startDaemon(String hostKey) throws Exception {
    Path configuration = directory.resolve("sshd_config");
    Files.write(
        configuration,
        List.of(
            "ListenAddress 127.0.0.1",
            "Port " + port,
            "HostKey " + directory.resolve(hostKey),
            "AuthorizedKeysFile " + directory.resolve("authorized_keys"),
            "PidFile none",
            "StrictModes no",
            "UsePAM no",
            "PasswordAuthentication no",
            "PermitRootLogin prohibit-password",
            "LogLevel DEBUG1"));
    Files.createDirectories(Path.of("/run/sshd"));
    Process process =
        new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (!isListening()) {
      assertThat(System.nanoTime()).as(() -> "sshd listens").isLessThan(deadline);
      Thread.sleep(10);
    }
    return process;
  }

  private boolean isListening() {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void makeKey(String name) throws Exception {
    Process making =
        new ProcessBuilder(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-f",
                directory.resolve(name).toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(making.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(making.waitFor()).as(output).isZero();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitFile(Path file) throws Exception {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (!Files.exists(file)) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(10);
    }
  }

  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  public void stop() throws InterruptedException {
    stop(daemon);
    stop(agent);
  }
}
