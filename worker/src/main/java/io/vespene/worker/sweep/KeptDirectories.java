package io.vespene.worker.sweep;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The directories of builds that this worker has made and not removed yet, noted outside the build
 * root: one file per build, in a directory per installation. It holds the name of the user who ran
 * the script, and nothing when that was the worker's own.
 *
 * <p>Only what is noted here is served and removed, so another worker's or another installation's
 * directory of the same number is left alone. Safe for use by many threads.
 */
public final class KeptDirectories {
  private final Path parent;
  private final Path buildRoot;
  private final Set<Long> inUse = new HashSet<>();
  private Optional<Path> notes = Optional.empty();

  public KeptDirectories(Path parent, Path buildRoot) {
    this.parent = parent;
    this.buildRoot = buildRoot;
  }

  /** Says whose builds this worker runs from now on. */
  public synchronized void useInstallation(UUID installation) throws IOException {
    notes = Optional.of(Files.createDirectories(parent.resolve(installation.toString())));
  }

  /** Notes a build whose directory is about to be made; it is in use until {@link #end}. */
  public synchronized void begin(long build) throws IOException {
    inUse.add(build);
    try {
      Files.createFile(note(build));
    } catch (FileAlreadyExistsException e) {
      // The build was begun before, or its number was another's until the database was restored.
    }
  }

  /** Notes that the script runs as another user than the worker. */
  public synchronized void runAs(long build, String user) throws IOException {
    Files.writeString(note(build), user);
  }

  /** Who ran the script of a build that is noted here; empty if there is no such user any more. */
  public synchronized Optional<UserPrincipal> findScriptUser(long build) {
    try {
      String user = Files.readString(note(build));
      return Optional.of(
          user.isEmpty()
              ? Files.getOwner(note(build))
              : buildRoot
                  .getFileSystem()
                  .getUserPrincipalLookupService()
                  .lookupPrincipalByName(user));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The build has ended: its directory may be removed when its time has come. */
  public synchronized void end(long build) {
    inUse.remove(build);
  }

  public synchronized boolean has(long build) {
    return notes.isPresent() && Files.exists(note(build));
  }

  /** The builds that have ended and whose directories are still there. */
  public synchronized List<Long> idle() throws IOException {
    var builds = new ArrayList<Long>();
    if (notes.isPresent()) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(notes.get())) {
        files.forEach(file -> builds.add(Long.parseLong(file.getFileName().toString())));
      }
    }
    builds.removeAll(inUse);
    return builds;
  }

  /** Removes the directory of a build that is not in use; does nothing for any other. */
  public void remove(long build) throws IOException {
    Optional<Path> aside = putAside(build);
    if (aside.isPresent()) {
      Trees.delete(aside.get());
    }
  }

  /** Takes the name away at once, so that a new build may have it meanwhile. */
  private synchronized Optional<Path> putAside(long build) throws IOException {
    if (inUse.contains(build) || !has(build)) {
      return Optional.empty();
    }
    Path directory = buildRoot.resolve(Long.toString(build));
    Path aside = buildRoot.resolve(Sweeper.REPLACED_PREFIX + build + "-" + System.nanoTime());
    Optional<Path> moved = Optional.empty();
    try {
      moved = Optional.of(Files.move(directory, aside));
    } catch (NoSuchFileException e) {
      // Somebody else has removed it, or it was never made.
    }
    Files.delete(note(build));
    return moved;
  }

  private Path note(long build) {
    return notes
        .orElseThrow(() -> new IllegalStateException("no server knows this worker yet"))
        .resolve(Long.toString(build));
  }
}
