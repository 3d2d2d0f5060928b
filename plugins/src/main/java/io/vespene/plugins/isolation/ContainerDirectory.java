package io.vespene.plugins.isolation;

import io.vespene.plugin.IsolationRefused;
import io.vespene.plugin.IsolationTraces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where a build's working directory is while a container has it: in a directory that only the
 * worker may enter.
 *
 * <p>Inside the container the script is root, so what it leaves may be a program that makes root of
 * whoever starts it. Nobody on the worker's machine must reach that, whatever the script has opened
 * to all; when the directory is back in its place, no such program is left in it.
 */
final class ContainerDirectory {
  private static final int COOKIE_LETTERS = 12;

  private final Path outer;
  private final Path place;
  private final Path aside;

  ContainerDirectory(IsolationTraces traces) {
    String part = traces.build() + "-" + traces.cookie().substring(0, COOKIE_LETTERS);
    this.outer = traces.buildRoot().resolve(".container-" + part);
    this.place = traces.workingDirectory();
    // The worker removes directories with such a name.
    this.aside = traces.buildRoot().resolve(".replaced-" + part);
  }

  /** The directory that belongs to the worker's user, now and always. */
  Path outer() {
    return outer;
  }

  /** The working directory, while it is away from its place. */
  Path inner() {
    return outer.resolve("files");
  }

  boolean exists() {
    return Files.isDirectory(outer, LinkOption.NOFOLLOW_LINKS);
  }

  boolean holdsFiles() {
    return Files.isDirectory(inner(), LinkOption.NOFOLLOW_LINKS);
  }

  /** Takes the working directory away from its place. */
  void shut() throws IsolationRefused {
    try {
      Files.createDirectory(
          outer,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.move(place, inner());
    } catch (IOException e) {
      throw new IsolationRefused("the working directory could not be kept from others: " + e, e);
    }
  }

  /** Puts it back. May be repeated. */
  void open() throws IsolationRefused {
    try {
      if (holdsFiles()) {
        // Another database may have had a build of this number since.
        boolean taken = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
        Files.move(inner(), taken ? aside : place);
      }
      Files.deleteIfExists(outer);
    } catch (IOException e) {
      throw new IsolationRefused(
          "the working directory could not be put back from " + inner() + ": " + e, e);
    }
  }
}
