package io.vespene.plugins.scm;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.PluginFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What was fetched from git servers, kept by the worker for the next checkout.
 *
 * <p>One bare repository for each address, which only the worker's own user can enter. A working
 * directory never shares a file with it: scripts own their copy and may do with it as they like.
 * The mirror opens no door either: nothing is looked up in it but the revision that the server has
 * just named to the very checkout that asks.
 */
final class GitMirrors {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final GitMirrorSettings settings;

  GitMirrors(GitMirrorSettings settings) {
    this.settings = settings;
  }

  /**
   * A revision in a mirror.
   *
   * @param place the mirror's directory
   * @param repository where it can be fetched from
   */
  record Kept(Path place, Path repository, String revision) {}

  /**
   * Has the mirror of this address fetch a branch or tag, unless it has it already.
   *
   * @param ref as the server has just named it
   * @return empty if the mirror is of no use now, so that the server must be asked for everything
   * @throws io.vespene.plugin.CommandFailed if the build is stopped, or its time over
   */
  Optional<Kept> bring(Git git, SourceUrl url, RemoteRef ref) throws PluginFailure {
    try {
      makeDirectory();
      Path place = settings.directory().resolve(hash(url.text()));
      Optional<FileMutex> lock = FileMutex.take(lockOf(place), waitFor(git), git.commands());
      if (lock.isEmpty()) {
        git.commands().say("The mirror is in use: the server is asked for everything.");
        return Optional.empty();
      }
      try (FileMutex _ = lock.get()) {
        return new GitMirror(place).bring(git, url, ref);
      }
    } catch (IOException e) {
      git.commands().say("The mirror can't be used: " + e);
      return Optional.empty();
    }
  }

  /** Throws away a mirror that could not be read, unless somebody else is at it. */
  void discard(Kept kept, BuildCommands commands) {
    try {
      remove(kept.place());
    } catch (IOException e) {
      commands.say("The mirror could not be thrown away: " + e);
    }
  }

  private void makeDirectory() throws IOException {
    if (!Files.isDirectory(settings.directory())) {
      Files.createDirectories(settings.directory());
      Files.setPosixFilePermissions(
          settings.directory(), PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static Duration waitFor(Git git) throws CheckoutFailed {
    Duration half = git.deadline().left().dividedBy(2);
    return half.compareTo(LONGEST_WAIT) < 0 ? half : LONGEST_WAIT;
  }

  /** Removes mirrors that were not used for long, and those that there is no room for. */
  void tidy(BuildCommands commands) {
    try {
      List<Footprint> mirrors = footprints();
      long total = mirrors.stream().mapToLong(Footprint::bytes).sum();
      Instant tooOld = Instant.now().minus(settings.maxAge());
      for (Footprint mirror : mirrors) {
        if ((mirror.usedAt().isBefore(tooOld) || total > settings.maxBytes())
            && remove(mirror.place())) {
          total -= mirror.bytes();
        }
      }
    } catch (IOException e) {
      commands.say("Old mirrors could not be removed: " + e);
    }
  }

  private static boolean remove(Path place) throws IOException {
    Optional<FileMutex> lock = FileMutex.tryTake(lockOf(place));
    if (lock.isEmpty()) {
      return false;
    }
    try (FileMutex _ = lock.get()) {
      new GitMirror(place).remove();
    }
    return true;
  }

  private record Footprint(Path place, long bytes, Instant usedAt) {}

  /** Those that were not used for longest first. */
  private List<Footprint> footprints() throws IOException {
    var found = new ArrayList<Footprint>();
    try (DirectoryStream<Path> places =
        Files.newDirectoryStream(settings.directory(), Files::isDirectory)) {
      for (Path place : places) {
        var mirror = new GitMirror(place);
        found.add(new Footprint(place, mirror.bytes(), mirror.usedAt()));
      }
    }
    found.sort(Comparator.comparing(Footprint::usedAt));
    return found;
  }

  /** Beside the mirror, so that it stays when the mirror is removed. */
  private static Path lockOf(Path place) {
    return place.resolveSibling(place.getFileName() + ".lock");
  }

  private static String hash(String url) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(url.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
