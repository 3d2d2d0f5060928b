package io.vespene.worker.fake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A docker of the tests' own, one for each program that runs tests, and an image in it: a busybox.
 *
 * <p>It has no bridge, so containers need {@code network} to be off.
 */
public final class Dockerd {
  public static final String IMAGE = "vespene.test/busybox:1";

  /** What a pool and a project would say, for containers that can run here. */
  public static final Map<String, String> OPTIONS = Map.of("image", IMAGE, "network", "false");

  private static final int STARTS_WITHIN_SECONDS = 60;
  private static final String PASSWD = "root:x:0:0:root:/root:/bin/sh\n";

  /** Debian's busybox has none. */
  private static final String NOHUP = "#!/bin/sh\ntrap '' HUP\nexec \"$@\"\n";

  private final Path directory;

  private Dockerd(Path directory) {
    this.directory = directory;
  }

  private static final class Started {
    static final Dockerd INSTANCE = start();
  }

  /** The one and only, started when it is first wanted. */
  public static Dockerd instance() {
    return Started.INSTANCE;
  }

  /** What leads a worker to it. */
  public Map<String, String> environment() {
    var environment = new HashMap<>(System.getenv());
    environment.put("DOCKER_HOST", socket());
    return environment;
  }

  public String socket() {
    return "unix://" + directory.resolve("docker.sock");
  }

  /** Does something with it and says what was printed, errors included. */
  public String run(String... arguments) throws Exception {
    var line = new ArrayList<>(List.of("docker", "--host", socket()));
    line.addAll(List.of(arguments));
    return output(new ProcessBuilder(line));
  }

  private static Dockerd start() {
    try {
      Path directory = Files.createTempDirectory("dockerd");
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
      var dockerd = new Dockerd(directory);
      Process process = dockerd.begin();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, directory)));
      dockerd.awaitAnswer(process);
      dockerd.importImage();
      return dockerd;
    } catch (Exception e) {
      throw new IllegalStateException("dockerd could not be started", e);
    }
  }

  private Process begin() throws IOException {
    return new ProcessBuilder(
            List.of(
                "dockerd",
                "--data-root=" + directory.resolve("data"),
                "--exec-root=" + directory.resolve("exec"),
                "--pidfile=" + directory.resolve("pid"),
                "--host=" + socket(),
                "--group=vespene",
                "--iptables=false",
                "--ip6tables=false",
                "--bridge=none"))
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("log").toFile())
        .start();
  }

  private void awaitAnswer(Process process) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTS_WITHIN_SECONDS);
    while (run("version", "--format", "{{.Server.Version}}").contains("Cannot connect")) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException(Files.readString(directory.resolve("log")));
      }
      Thread.sleep(50);
    }
  }

  private void importImage() throws Exception {
    Path tree = Files.createDirectories(directory.resolve("image"));
    Path programs = Files.createDirectories(tree.resolve("bin"));
    Path busybox = programs.resolve("busybox");
    Files.copy(Path.of("/bin/busybox"), busybox, StandardCopyOption.COPY_ATTRIBUTES);
    for (String name : output(new ProcessBuilder("/bin/busybox", "--list")).lines().toList()) {
      if (!name.equals("busybox")) {
        Files.createSymbolicLink(programs.resolve(name), Path.of("busybox"));
      }
    }
    Path nohup = Files.writeString(programs.resolve("nohup"), NOHUP);
    Files.setPosixFilePermissions(nohup, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectories(tree.resolve("root"));
    Files.createDirectories(tree.resolve("tmp"));
    Files.writeString(Files.createDirectories(tree.resolve("etc")).resolve("passwd"), PASSWD);
    Path archive = directory.resolve("image.tar");
    output(new ProcessBuilder("tar", "-C", tree.toString(), "-cf", archive.toString(), "."));
    String imported = run("import", archive.toString(), IMAGE);
    if (!imported.startsWith("sha256:")) {
      throw new IllegalStateException(imported);
    }
  }

  private static String output(ProcessBuilder builder) throws Exception {
    Process process =
        builder.redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.strip();
  }

  private static void end(Process process, Path directory) {
    try {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      new ProcessBuilder("rm", "-rf", directory.toString()).start().waitFor();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
