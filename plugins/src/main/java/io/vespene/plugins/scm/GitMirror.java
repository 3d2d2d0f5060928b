package io.vespene.plugins.scm;

import io.vespene.plugin.CapturedOutput;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.CommandFailed;
import io.vespene.plugin.CommandResult;
import io.vespene.plugin.PluginFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mirror of one git repository: the newest revision of each branch and tag that was asked for.
 *
 * <p>Used by whoever holds its lock. While it is being changed a mark lies in it; a mirror with a
 * mark is one whose worker died, and is thrown away.
 */
final class GitMirror {
  /** Each fetch adds a pack; with so many of them, all but the newest revision is forgotten. */
  private static final int MAX_PACKS = 20;

  private final Path place;
  private final Path repository;
  private final Path mark;
  private final Path used;

  GitMirror(Path place) {
    this.place = place;
    this.repository = place.resolve("repository");
    this.mark = place.resolve("changing");
    this.used = place.resolve("used");
  }

  /** Fetches what is missing; empty if that fails, and then the mirror is gone. */
  Optional<GitMirrors.Kept> bring(Git outer, SourceUrl url, RemoteRef ref)
      throws IOException, PluginFailure {
    Git git = outer.in(repository);
    if (Files.exists(mark)) {
      remove();
    }
    if (!Files.isDirectory(repository)) {
      make(git, ref);
    }
    Optional<String> revision = find(git, ref);
    if (revision.filter(ref.revision()::equals).isEmpty()) {
      revision = fetch(git, url, ref);
    }
    if (revision.isPresent()) {
      touch();
    }
    return revision.map(found -> new GitMirrors.Kept(place, repository, found));
  }

  private void make(Git git, RemoteRef ref) throws IOException, PluginFailure {
    Files.createDirectories(repository);
    Files.createFile(mark);
    String format = GitReference.objectFormat(ref.revision());
    git.require("init", "--quiet", "--bare", "--template=", "--object-format=" + format);
    // What was compressed once is handed on as it is.
    git.require("config", "pack.window", "0");
    git.require("config", "fetch.unpackLimit", "1");
    git.require("config", "uploadpack.allowAnySHA1InWant", "true");
    Files.delete(mark);
  }

  private Optional<String> find(Git git, RemoteRef ref) throws CommandFailed, CheckoutFailed {
    CapturedOutput found = git.capture("rev-parse", "--quiet", "--verify", ref.name());
    return found.succeeded() ? Optional.of(found.output().strip()) : Optional.empty();
  }

  private Optional<String> fetch(Git git, SourceUrl url, RemoteRef ref)
      throws IOException, PluginFailure {
    Files.createFile(mark);
    CommandResult fetched =
        git.ask(
            "fetch",
            "--quiet",
            "--depth=1",
            "--no-tags",
            "--",
            url.text(),
            "+" + ref.name() + ":" + ref.name());
    if (fetched.succeeded()) {
      if (packs() > MAX_PACKS) {
        forgetAllBut(git, ref);
      }
      Files.delete(mark);
      return find(git, ref);
    }
    if (NetworkFailure.isSaidIn(fetched.lastOutput())) {
      // Git has cleaned up after itself, and the mirror is as it was.
      Files.delete(mark);
      git.requireSuccess(fetched);
    }
    git.commands().say("The mirror could not fetch: it is thrown away.");
    remove();
    return Optional.empty();
  }

  private void forgetAllBut(Git git, RemoteRef ref) throws PluginFailure {
    String names = git.requireOutput(git.capture("for-each-ref", "--format=%(refname)"));
    var deletions = new StringBuilder();
    names
        .lines()
        .filter(name -> !name.equals(ref.name()))
        .forEach(name -> deletions.append("delete ").append(name).append('\n'));
    if (!deletions.isEmpty()) {
      git.requireWithInput(deletions.toString(), "update-ref", "--stdin");
    }
    git.require("repack", "-a", "-d", "--quiet");
    git.require("prune", "--expire=now");
  }

  private int packs() throws IOException {
    int count = 0;
    try (DirectoryStream<Path> packs =
        Files.newDirectoryStream(repository.resolve("objects/pack"), "*.pack")) {
      for (Path _ : packs) {
        count++;
      }
    }
    return count;
  }

  private void touch() throws IOException {
    if (!Files.exists(used)) {
      Files.createFile(used);
    }
    Files.setLastModifiedTime(used, FileTime.from(Instant.now()));
  }

  /** When a checkout last came out of it; long ago if none ever did. */
  Instant usedAt() throws IOException {
    return Files.exists(used) ? Files.getLastModifiedTime(used).toInstant() : Instant.EPOCH;
  }

  /** How much room it takes. */
  long bytes() throws IOException {
    var counter = new Counter();
    Files.walkFileTree(place, counter);
    return counter.bytes;
  }

  /** Removes all of it, and what was removed in part is never taken for a mirror. */
  void remove() throws IOException {
    if (!Files.exists(place)) {
      return;
    }
    if (!Files.exists(mark)) {
      Files.createFile(mark);
    }
    if (Files.exists(repository)) {
      Files.walkFileTree(repository, new Remover());
    }
    Files.deleteIfExists(used);
    Files.delete(mark);
    Files.delete(place);
  }

  private static final class Counter extends SimpleFileVisitor<Path> {
    private long bytes;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      bytes += attributes.size();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      // Files come and go while another checkout changes the mirror.
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
