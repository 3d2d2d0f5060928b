package io.vespene.plugins.isolation;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.IsolationRefused;
import io.vespene.plugin.PluginFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The home directory of one build: its alone, and gone when it ends. */
final class BuildHome {
  private static final String SETTINGS = ".gitconfig";

  private final Path path;

  BuildHome(Path buildRoot, long build) {
    this.path = buildRoot.resolve(".home-" + build);
  }

  Path path() {
    return path;
  }

  void make(Handover handover, Path workingDirectory) throws IsolationRefused {
    try {
      Files.createDirectory(path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwx---"));
      // git mistrusts a repository that belongs to another user, which the worker may be.
      Path settings = path.resolve(SETTINGS);
      Files.write(settings, List.of("[safe]", "directory = " + workingDirectory));
      Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-rw----"));
      handover.give(path);
    } catch (IOException e) {
      throw new IsolationRefused("the build's home directory could not be made: " + e, e);
    }
  }

  /** Removes the directory; what belongs to the sudo user is removed as that user. */
  void remove(SudoUser user, BuildCommands commands) throws PluginFailure {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      if (holdsMoreThanSettings()) {
        // The directory itself stays, with a complaint: it lies in one of the worker's own.
        var arguments =
            List.of("/bin/sh", "-c", "rm -rf -- \"$1\" 2> /dev/null", "sh", path.toString());
        var _ = commands.capture(user.command(commands, Path.of("/"), arguments));
      }
      Files.deleteIfExists(path.resolve(SETTINGS));
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new IsolationRefused("the build's home directory could not be removed: " + e, e);
    }
  }

  private boolean holdsMoreThanSettings() throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        if (!entry.getFileName().toString().equals(SETTINGS)
            || Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          return true;
        }
      }
      return false;
    }
  }
}
