package io.vespene.e2e.container;

import io.vespene.e2e.process.Await;
import io.vespene.e2e.process.BackgroundProcess;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.process.Folder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An ordinary docker with nothing but a busybox, and without a network for its containers. */
public final class Docker implements AutoCloseable {
  public static final String IMAGE = "vespene.test/busybox:1";

  private static final Duration START = Duration.ofSeconds(60);

  private final Folder folder = Folder.create("docker");
  private final BackgroundProcess process;

  private Docker() {
    this.process =
        BackgroundProcess.start(
            "dockerd",
            Command.of(
                "dockerd",
                "--data-root=" + folder.resolve("data"),
                "--exec-root=" + folder.resolve("exec"),
                "--pidfile=" + folder.resolve("pid"),
                "--host=" + host(),
                "--group=root",
                "--iptables=false",
                "--ip6tables=false",
                "--bridge=none"),
            folder.resolve("log"));
  }

  /** Starts it and gives it its image. */
  public static Docker start() {
    var docker = new Docker();
    docker.awaitAnswer();
    docker.importImage();
    return docker;
  }

  /** Returns what {@code DOCKER_HOST} must be to reach it. */
  public String host() {
    return "unix://" + socket();
  }

  public Path socket() {
    return folder.resolve("docker.sock");
  }

  /** Returns the numbers of all containers, running or not. */
  public List<String> containers() {
    return run("ps", "--all", "--quiet").output().lines().toList();
  }

  @Override
  public void close() {
    process.close();
    folder.close();
  }

  private void awaitAnswer() {
    Await.present(
        "docker to answer",
        START,
        () ->
            Optional.of(run("version"))
                .filter(result -> result.exitCode() == 0)
                .map(Command.Result::output),
        process::output);
  }

  private void importImage() {
    try {
      Path programs = folder.folder("image/bin");
      folder.folder("image/root");
      folder.folder("image/tmp");
      folder.folder("image/etc");
      folder.file("image/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n");
      Path busybox = Path.of("/bin/busybox");
      Files.copy(busybox, programs.resolve("busybox"), StandardCopyOption.COPY_ATTRIBUTES);
      for (String name : Command.of(busybox.toString(), "--list").output().lines().toList()) {
        if (!name.equals("busybox")) {
          Files.createSymbolicLink(programs.resolve(name), Path.of("busybox"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String archive = folder.resolve("image.tar").toString();
    Command.of("tar", "-C", folder.resolve("image").toString(), "-cf", archive, ".").output();
    Command.Result imported = run("import", archive, IMAGE);
    if (imported.exitCode() != 0) {
      throw new AssertionError(imported.errors());
    }
  }

  private Command.Result run(String... arguments) {
    var line = new ArrayList<>(List.of("docker", "--host", host()));
    line.addAll(List.of(arguments));
    return Command.of(line).run();
  }
}
