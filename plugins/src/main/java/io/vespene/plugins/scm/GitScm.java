package io.vespene.plugins.scm;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.CommandFailed;
import io.vespene.plugin.CommandResult;
import io.vespene.plugin.CommandTimedOut;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.Scm;
import io.vespene.plugin.SourceRevision;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks out git repositories: only the one revision wanted, where the server can give that alone.
 *
 * @param settings what git may do
 */
public record GitScm(GitSettings settings) implements Scm {
  @Override
  public String type() {
    return "git";
  }

  @Override
  public SourceRevision checkOut(Checkout checkout, BuildCommands commands) throws PluginFailure {
    GitUrl.require(checkout.url(), settings.allowFileUrls());
    GitReference.requireName(checkout.branch());
    if (checkout.revision().isPresent()) {
      GitReference.requireFullRevision(checkout.revision().get());
    }
    try {
      var git = new Git(settings, checkout, commands);
      if (checkout.revision().isPresent()) {
        fetchRevision(git, checkout, checkout.revision().get());
      } else if (GitReference.isFullRevision(checkout.branch())) {
        fetchRevision(git, checkout, checkout.branch());
      } else {
        cloneBranch(git, checkout);
      }
      if (checkout.submodules() && hasSubmodules(checkout.directory())) {
        git.require("submodule", "--quiet", "update", "--init", "--recursive", "--depth=1");
      }
      return describe(git, checkout);
    } catch (CommandTimedOut e) {
      throw Git.timedOut(checkout.timeLimit());
    }
  }

  private static void cloneBranch(Git git, Checkout checkout) throws CommandFailed, CheckoutFailed {
    CommandResult shallow = git.run(cloning(checkout, "--depth=1"));
    if (shallow.succeeded()) {
      return;
    }
    if (!shallow.lastOutput().contains("does not support shallow")) {
      throw Git.failure(shallow);
    }
    empty(checkout.directory());
    git.require(cloning(checkout, "--no-single-branch"));
  }

  private static String[] cloning(Checkout checkout, String depth) {
    var arguments = new ArrayList<>(List.of("clone", "--quiet", "--template=", depth));
    if (!checkout.branch().isEmpty()) {
      arguments.add("--branch=" + checkout.branch());
    }
    arguments.addAll(List.of("--", checkout.url(), "."));
    return arguments.toArray(String[]::new);
  }

  /** Asks for the revision alone; a server that won't give it so is asked for everything. */
  private static void fetchRevision(Git git, Checkout checkout, String revision)
      throws CommandFailed, CheckoutFailed {
    git.require("init", "--quiet", "--template=");
    git.require("remote", "add", "--", "origin", checkout.url());
    CommandResult alone = git.run("fetch", "--quiet", "--depth=1", "origin", revision);
    if (!alone.succeeded()) {
      git.require("fetch", "--quiet", "--tags", "origin");
    }
    if (checkout.branch().isEmpty() || GitReference.isFullRevision(checkout.branch())) {
      git.require("checkout", "--quiet", "--detach", revision, "--");
    } else {
      git.require("checkout", "--quiet", "-B", checkout.branch(), revision, "--");
    }
  }

  private static boolean hasSubmodules(Path directory) {
    return Files.isRegularFile(directory.resolve(".gitmodules"), LinkOption.NOFOLLOW_LINKS);
  }

  private static SourceRevision describe(Git git, Checkout checkout)
      throws CommandFailed, CheckoutFailed {
    String[] parts =
        git.capture(
                "-c",
                "log.showSignature=false",
                "log",
                "-1",
                "--no-color",
                "--encoding=UTF-8",
                "--format=%H%n%an <%ae>%n%B")
            .split("\n", 3);
    if (parts.length < 3) {
      throw new CheckoutFailed("the repository has no revision");
    }
    return new SourceRevision(parts[0], parts[1], parts[2].strip(), branch(checkout));
  }

  /** The branch asked for, else the one that git has chosen. */
  private static String branch(Checkout checkout) throws CheckoutFailed {
    if (!checkout.branch().isEmpty() && !GitReference.isFullRevision(checkout.branch())) {
      return checkout.branch();
    }
    try {
      String head = Files.readString(checkout.directory().resolve(".git/HEAD")).strip();
      String prefix = "ref: refs/heads/";
      return head.startsWith(prefix) ? head.substring(prefix.length()) : "";
    } catch (IOException e) {
      throw new CheckoutFailed("git left no HEAD", e);
    }
  }

  /** A clone that failed leaves nothing behind but, at most, empty directories. */
  private static void empty(Path directory) throws CheckoutFailed {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
      for (Path entry : left) {
        Files.delete(entry);
      }
    } catch (IOException e) {
      throw new CheckoutFailed("a failed clone left " + e.getMessage(), e);
    }
  }
}
