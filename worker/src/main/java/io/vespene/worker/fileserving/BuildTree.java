package io.vespene.worker.fileserving;

import io.vespene.protocol.files.FileEntry;
import io.vespene.protocol.files.FileKind;
import io.vespene.protocol.files.FileListing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/** The directories of builds, and what is in them. */
final class BuildTree {
  private static final int MOST_ENTRIES = 10_000;
  private static final int MOST_LEVELS = 100;

  /** What the worker itself has put there may hold secret variables, as the script needs them. */
  private static final Set<String> NOT_SERVED = Set.of("vespene_launch.sh", "vespene.json");

  private final Root root;
  private final LongPredicate isOurs;
  private final LongFunction<Optional<UserPrincipal>> scriptUsers;

  /** Opens the directory that holds those of all builds. */
  interface Root {
    OpenDirectory open() throws IOException;
  }

  /**
   * @param isOurs whether the directory of this number is that of a build this worker ran
   * @param scriptUsers who ran the script of such a build
   */
  BuildTree(Root root, LongPredicate isOurs, LongFunction<Optional<UserPrincipal>> scriptUsers) {
    this.root = root;
    this.isOurs = isOurs;
    this.scriptUsers = scriptUsers;
  }

  /** A directory, held open. */
  OpenDirectory openDirectory(long build, String path) throws NothingThere, InterruptedException {
    return open(build, names(path));
  }

  /** A regular file, held open. */
  FileChannel openFile(long build, String path) throws NothingThere, InterruptedException {
    List<String> names = names(path);
    if (names.isEmpty() || isHidden(path)) {
      throw new NothingThere("no file of the build");
    }
    try (OpenDirectory parent = open(build, names.subList(0, names.size() - 1))) {
      return parent.openFile(names.getLast(), findScriptUser(build));
    }
  }

  /** Whether nobody gets to see what this path in a build's directory leads to. */
  static boolean isHidden(String path) {
    return NOT_SERVED.contains(path);
  }

  /** Who ran the build's script, as far as that is known. */
  Optional<UserPrincipal> findScriptUser(long build) {
    return scriptUsers.apply(build);
  }

  /** What there is, as somebody is told about it. */
  FileListing look(long build, String path) throws NothingThere, InterruptedException {
    List<String> names = names(path);
    if (names.isEmpty()) {
      return list(build, path);
    }
    if (isHidden(path)) {
      throw new NothingThere("not for others");
    }
    BasicFileAttributes attributes;
    try (OpenDirectory parent = open(build, names.subList(0, names.size() - 1))) {
      attributes = parent.look(names.getLast());
    }
    return switch (OpenDirectory.kind(attributes)) {
      case DIRECTORY -> list(build, path);
      case FILE ->
          new FileListing(
              path,
              FileKind.FILE,
              attributes.size(),
              attributes.lastModifiedTime().toInstant(),
              List.of(),
              true);
      case LINK, OTHER -> throw new NothingThere("neither a file nor a directory");
    };
  }

  private FileListing list(long build, String path) throws NothingThere, InterruptedException {
    try (OpenDirectory directory = openDirectory(build, path)) {
      List<String> names = directory.names(MOST_ENTRIES + 1);
      var entries = new ArrayList<FileEntry>();
      for (String name : names.subList(0, Math.min(names.size(), MOST_ENTRIES))) {
        if (!path.isEmpty() || !isHidden(name)) {
          addEntry(directory, name, entries);
        }
      }
      entries.sort(
          Comparator.comparing((FileEntry entry) -> entry.kind() != FileKind.DIRECTORY)
              .thenComparing(FileEntry::name));
      return new FileListing(
          path,
          FileKind.DIRECTORY,
          0,
          directory.look().lastModifiedTime().toInstant(),
          entries,
          names.size() <= MOST_ENTRIES);
    }
  }

  private static void addEntry(OpenDirectory directory, String name, List<FileEntry> entries) {
    try {
      BasicFileAttributes attributes = directory.look(name);
      FileKind kind = OpenDirectory.kind(attributes);
      entries.add(
          new FileEntry(
              name,
              kind,
              kind == FileKind.FILE ? attributes.size() : 0,
              attributes.lastModifiedTime().toInstant()));
    } catch (NothingThere e) {
      // It has gone since, or its name can't be said in this program's encoding.
    }
  }

  private OpenDirectory open(long build, List<String> names)
      throws NothingThere, InterruptedException {
    if (!isOurs.test(build)) {
      throw new NothingThere("not a build of this worker");
    }
    OpenDirectory reached = step(openRoot(), Long.toString(build));
    for (String name : names) {
      reached = step(reached, name);
    }
    return reached;
  }

  private OpenDirectory openRoot() throws NothingThere {
    try {
      return root.open();
    } catch (IOException e) {
      throw new NothingThere("the build root can't be opened: " + e.getMessage());
    }
  }

  /** Goes one level down, and lets go of the level above whatever happens. */
  private static OpenDirectory step(OpenDirectory parent, String name)
      throws NothingThere, InterruptedException {
    try (parent) {
      return parent.openDirectory(name);
    }
  }

  /** The names along a path; a path is never joined to another, only taken apart. */
  private static List<String> names(String path) throws NothingThere {
    if (path.isEmpty()) {
      return List.of();
    }
    List<String> names = Arrays.asList(path.split("/", -1));
    if (names.size() > MOST_LEVELS) {
      throw new NothingThere("too deep");
    }
    return names;
  }
}
