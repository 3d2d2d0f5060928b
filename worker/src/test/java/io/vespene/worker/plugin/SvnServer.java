package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real svnserve on the loopback address, with one repository called {@code app}. */
final class SvnServer implements AutoCloseable {
  private final Path directory;
  private final int port;
  private final Process daemon;

  private SvnServer(Path directory, List<String> settings, List<String> users) throws Exception {
    this.directory = Files.createDirectories(directory);
    svnadmin("create", repository().toString());
    Files.write(repository().resolve("conf/svnserve.conf"), settings);
    Files.write(repository().resolve("conf/passwd"), users);
    this.port = freePort();
    this.daemon =
        new ProcessBuilder(
                "svnserve",
                "--daemon",
                "--foreground",
                "--listen-host=127.0.0.1",
                "--listen-port=" + port,
                "--root=" + directory)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (!isListening()) {
      assertThat(System.nanoTime()).as("svnserve listens").isLessThan(deadline);
      Thread.sleep(10);
    }
  }

  static SvnServer forEverybody(Path directory) throws Exception {
    return new SvnServer(directory, List.of("[general]", "anon-access = read"), List.of());
  }

  static SvnServer forUser(Path directory, String user, String password) throws Exception {
    return new SvnServer(
        directory,
        List.of("[general]", "anon-access = none", "auth-access = read", "password-db = passwd"),
        List.of("[users]", user + " = " + password));
  }

  String url() {
    return "svn://127.0.0.1:" + port + "/app";
  }

  /** Makes folders, and those above them. */
  void makeFolders(String message, String... folders) throws Exception {
    var arguments = new ArrayList<>(List.of("mkdir", "--parents", "--message", message));
    for (String folder : folders) {
      arguments.add(fileUrl() + "/" + folder);
    }
    svn(arguments);
  }

  /** Adds a file. */
  void put(String path, String content, String message) throws Exception {
    Path file = directory.resolve("put");
    Files.writeString(file, content);
    svn(List.of("import", "--message", message, file.toString(), fileUrl() + "/" + path));
  }

  /** Sets a property of a folder. */
  void setProperty(String name, String value, String folder) throws Exception {
    Path copy = Directories.fresh(directory.resolve("copy"));
    svn(List.of("checkout", fileUrl() + "/" + folder, copy.toString()));
    svn(List.of("propset", name, value, copy.toString()));
    svn(List.of("commit", "--message", "Set " + name, copy.toString()));
  }

  Path repository() {
    return directory.resolve("app");
  }

  String fileUrl() {
    return "file://" + repository();
  }

  private void svn(List<String> arguments) throws Exception {
    var line = new ArrayList<>(List.of("svn", arguments.getFirst()));
    line.addAll(List.of("--non-interactive", "--username=Ada", "--quiet"));
    line.add("--config-dir=" + directory.resolve("configuration"));
    line.addAll(arguments.subList(1, arguments.size()));
    run(line);
  }

  private static void svnadmin(String... arguments) throws Exception {
    var line = new ArrayList<>(List.of("svnadmin"));
    line.addAll(List.of(arguments));
    run(line);
  }

  private static void run(List<String> line) throws Exception {
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private boolean isListening() {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    daemon.destroy();
    daemon.onExit().join();
  }
}
