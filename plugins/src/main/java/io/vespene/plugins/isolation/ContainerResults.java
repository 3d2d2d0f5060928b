package io.vespene.plugins.isolation;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.CapturedOutput;
import io.vespene.plugin.ContainerImage;
import io.vespene.plugin.IsolationRefused;
import io.vespene.plugin.PluginFailure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes what a container has left the worker's own. Links are changed, never followed.
 *
 * <p>With its owner a file loses the bits that make whoever starts it somebody else; the system
 * sees to that.
 */
final class ContainerResults {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String GIVE = "chown -R -h \"$1\" \"$2\" && chmod -R u+rwX \"$2\"";
  private static final String INSIDE = "/results";

  private final ContainerDirectory directory;

  ContainerResults(ContainerDirectory directory) {
    this.directory = directory;
  }

  /**
   * Takes them.
   *
   * @param image in which an unprivileged worker, which can't take files itself, has them given
   * @throws IsolationRefused if they are not the worker's afterwards
   */
  void take(ContainerEngine engine, ContainerImage image, BuildCommands commands)
      throws PluginFailure {
    try {
      if (!directory.holdsFiles()) {
        return;
      }
      if (isWorkerRoot()) {
        takeAsRoot();
      } else {
        haveThemGiven(engine, image, commands);
      }
    } catch (IOException e) {
      throw failed(e.toString(), e);
    }
  }

  private boolean isWorkerRoot() throws IOException {
    return Integer.valueOf(0).equals(Files.getAttribute(directory.outer(), "unix:uid"));
  }

  private void takeAsRoot() throws IOException {
    PosixFileAttributes worker =
        Files.readAttributes(
            directory.outer(), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Files.walkFileTree(
        directory.inner(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
              throws IOException {
            give(visited);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            give(file);
            return FileVisitResult.CONTINUE;
          }

          private void give(Path file) throws IOException {
            PosixFileAttributeView view =
                Files.getFileAttributeView(
                    file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            view.setOwner(worker.owner());
            view.setGroup(worker.group());
          }
        });
  }

  /** Only root can give files away, and a container's root is the one at hand. */
  private void haveThemGiven(ContainerEngine engine, ContainerImage image, BuildCommands commands)
      throws PluginFailure, IOException {
    String worker =
        engine.isRootless(commands)
            ? "0:0"
            : Files.getAttribute(directory.outer(), "unix:uid")
                + ":"
                + Files.getAttribute(directory.outer(), "unix:gid");
    var arguments =
        new ArrayList<>(
            List.of("run", "--rm", "--pull=never", "--network=none", "--read-only", "--user=0:0"));
    arguments.addAll(List.of("--security-opt=no-new-privileges", "--cap-drop=ALL"));
    arguments.addAll(List.of("--cap-add=CHOWN", "--cap-add=DAC_OVERRIDE", "--cap-add=FOWNER"));
    arguments.add("--mount=" + ContainerMount.of(directory.inner(), INSIDE));
    arguments.addAll(List.of("--entrypoint=/bin/sh", image.fullName()));
    arguments.addAll(List.of("-c", GIVE, "sh", worker, INSIDE));
    CapturedOutput answer = engine.ask(commands, LIMIT, arguments);
    if (!answer.succeeded()) {
      throw failed(ContainerEngine.lastLine(answer.output()), new IOException(engine.name()));
    }
  }

  private IsolationRefused failed(String cause, IOException failure) {
    return new IsolationRefused(
        "the results could not be made the worker's own, and stay in "
            + directory.inner()
            + ": "
            + cause,
        failure);
  }
}
