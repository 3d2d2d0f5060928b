package io.vespene.e2e.git;

import io.vespene.e2e.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A bare repository with a working tree beside it that commits are made in.
 *
 * @param bare what servers offer
 */
public record GitRepository(Path bare, Path workingTree) {
  /** Makes an empty repository NAME.git in the folder, with branch "main". */
  public static GitRepository create(Path folder, String name) {
    var repository = new GitRepository(folder.resolve(name + ".git"), folder.resolve(name));
    git(folder, "init", "-q", "--bare", "--initial-branch=main", repository.bare.toString());
    git(folder, "init", "-q", "--initial-branch=main", repository.workingTree.toString());
    git(repository.workingTree, "remote", "add", "origin", repository.bare.toString());
    return repository;
  }

  /** Makes a repository NAME.git of all that is committed in another one. */
  public static GitRepository mirror(Path source, Path folder, String name) {
    var repository = new GitRepository(folder.resolve(name + ".git"), source);
    git(folder, "clone", "-q", "--bare", source.toString(), repository.bare.toString());
    git(repository.bare, "branch", "-f", "main", "HEAD");
    git(repository.bare, "symbolic-ref", "HEAD", "refs/heads/main");
    return repository;
  }

  /**
   * Commits files and publishes them on branch "main".
   *
   * @param files content by path; a path that ends in ".sh" becomes executable
   * @return the full revision
   */
  public String commit(String message, Map<String, String> files) {
    try {
      for (var file : files.entrySet()) {
        Path path = workingTree.resolve(file.getKey());
        Files.createDirectories(workingTree.resolve(file.getKey()).resolveSibling("."));
        Files.writeString(path, file.getValue());
        if (file.getKey().endsWith(".sh") && !path.toFile().setExecutable(true)) {
          throw new IOException(path + " can't be made executable");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    git(workingTree, "add", "--all");
    git(workingTree, "commit", "-q", "-m", message);
    git(workingTree, "push", "-q", "origin", "HEAD:main");
    return revision("main");
  }

  /** Returns the full revision of a branch. */
  public String revision(String branch) {
    return git(bare, "rev-parse", branch).strip();
  }

  /** Returns the name of the author of a branch's newest commit. */
  public String author(String branch) {
    return git(bare, "log", "-1", "--format=%an", branch).strip();
  }

  private static String git(Path directory, String... arguments) {
    var all = new ArrayList<>(List.of("git", "-c", "safe.directory=*"));
    all.addAll(List.of(arguments));
    return Command.of(all)
        .in(directory)
        .with("GIT_CONFIG_GLOBAL", "/dev/null")
        .with("GIT_AUTHOR_NAME", "Ada Lovelace")
        .with("GIT_AUTHOR_EMAIL", "ada@example.org")
        .with("GIT_COMMITTER_NAME", "Ada Lovelace")
        .with("GIT_COMMITTER_EMAIL", "ada@example.org")
        .within(Duration.ofMinutes(2))
        .output();
  }
}
