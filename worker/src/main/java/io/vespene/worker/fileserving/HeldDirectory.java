package io.vespene.worker.fileserving;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A directory held by {@link SystemOpen}, on Linux. */
final class HeldDirectory implements OpenDirectory {
  private final int held;
  private final AtomicBoolean letGo = new AtomicBoolean();

  private HeldDirectory(int held) {
    this.held = held;
  }

  /** Holds the directory of all builds, whose path is the operator's own. */
  static HeldDirectory root(Path directory) throws IOException {
    return new HeldDirectory(SystemOpen.hold(-1, directory.toString()));
  }

  @Override
  public OpenDirectory openDirectory(String name) throws NothingThere {
    int below = hold(name);
    try {
      if (attributes(below).isDirectory()) {
        var directory = new HeldDirectory(below);
        below = -1;
        return directory;
      }
      throw new NothingThere("not a directory");
    } finally {
      if (below >= 0) {
        SystemOpen.letGo(below);
      }
    }
  }

  @Override
  public FileChannel openFile(String name, Optional<UserPrincipal> scriptUser) throws NothingThere {
    int file = hold(name);
    try {
      if (!attributes(file).isRegularFile()) {
        throw new NothingThere("not a file");
      }
      requireScriptsOwn(file, scriptUser);
      return FileChannel.open(SystemOpen.path(file), StandardOpenOption.READ);
    } catch (IOException e) {
      throw new NothingThere("it can't be opened: " + e.getMessage());
    } finally {
      SystemOpen.letGo(file);
    }
  }

  private static void requireScriptsOwn(int file, Optional<UserPrincipal> scriptUser)
      throws NothingThere, IOException {
    Path path = SystemOpen.path(file);
    boolean hasOtherNames = Files.getAttribute(path, "unix:nlink") instanceof Integer n && n > 1;
    if (hasOtherNames && !Optional.of(Files.getOwner(path)).equals(scriptUser)) {
      throw new NothingThere("it has other names and is not the script's own");
    }
  }

  @Override
  public BasicFileAttributes look(String name) throws NothingThere {
    int found = hold(name);
    try {
      return attributes(found);
    } finally {
      SystemOpen.letGo(found);
    }
  }

  @Override
  public BasicFileAttributes look() throws NothingThere {
    return attributes(held);
  }

  @Override
  public List<String> names(int most) throws NothingThere {
    var names = new ArrayList<String>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(SystemOpen.path(held))) {
      for (Path entry : entries) {
        if (names.size() == most) {
          break;
        }
        names.add(entry.getFileName().toString());
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new NothingThere("it can't be listed: " + e.getMessage());
    }
    return names;
  }

  private int hold(String name) throws NothingThere {
    String checked = SingleName.of(name).toString();
    try {
      return SystemOpen.hold(held, checked);
    } catch (IOException e) {
      throw new NothingThere(String.valueOf(e.getMessage()));
    }
  }

  /** Of what is held itself: a held link is not followed either. */
  private static BasicFileAttributes attributes(int held) throws NothingThere {
    try {
      return Files.readAttributes(SystemOpen.path(held), BasicFileAttributes.class);
    } catch (IOException e) {
      throw new NothingThere("no attributes: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    // The number may be another's by the second time.
    if (letGo.compareAndSet(false, true)) {
      SystemOpen.letGo(held);
    }
  }
}
