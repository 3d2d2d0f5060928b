package io.vespene.plugins.scm;

import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.CommandFailed;
import io.vespene.plugin.CommandResult;
import io.vespene.plugin.PluginFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A directory that is filled from one git repository: only with what is wanted, where possible. */
final class GitWorkTree {
  private static final String REMOTE_BRANCHES = "refs/remotes/origin/";

  private final Git git;
  private final SourceUrl url;

  /**
   * @param git runs in the directory, which is empty
   */
  GitWorkTree(Git git, SourceUrl url) {
    this.git = git;
    this.url = url;
  }

  /** Makes the directory a repository for revisions of this kind. */
  void begin(String anyRevision) throws CommandFailed, CheckoutFailed {
    String format = GitReference.objectFormat(anyRevision);
    git.require("init", "--quiet", "--template=", "--object-format=" + format);
    git.require("remote", "add", "--", "origin", url.text());
  }

  /**
   * Fetches a branch or tag as it is now, through the mirror if there is one.
   *
   * @return what can be checked out
   */
  String fetch(RemoteRef ref, Optional<GitMirrors> mirrors) throws PluginFailure {
    String local = local(ref);
    if (mirrors.isPresent() && !url.isFile() && !local.isEmpty()) {
      Optional<GitMirrors.Kept> kept = mirrors.get().bring(git, url, ref);
      if (kept.isPresent() && fetchKept(kept.get(), local, mirrors.get())) {
        return local;
      }
    }
    String refspec = local.isEmpty() ? ref.name() : "+" + ref.name() + ":" + local;
    CommandResult shallow = git.ask(fetching(true, refspec));
    if (!shallow.succeeded()) {
      if (!refusesShallow(shallow)) {
        git.requireSuccess(shallow);
      }
      git.requireSuccess(git.ask(fetching(false, refspec)));
    }
    return local.isEmpty() ? "FETCH_HEAD" : local;
  }

  private boolean fetchKept(GitMirrors.Kept kept, String local, GitMirrors mirrors)
      throws PluginFailure {
    CommandResult copied =
        git.readingFiles()
            .run(
                "fetch",
                "--quiet",
                "--depth=1",
                "--no-tags",
                "--",
                kept.repository().toString(),
                kept.revision() + ":" + local);
    if (copied.succeeded()) {
      mirrors.tidy(git.commands());
    } else {
      git.commands().say("The mirror could not be read: the server is asked for everything.");
      mirrors.discard(kept, git.commands());
    }
    return copied.succeeded();
  }

  /** Fetches one revision; a server that won't give it alone is asked for everything. */
  void fetchRevision(String revision) throws PluginFailure {
    if (has(revision)) {
      return;
    }
    CommandResult alone = git.ask(fetching(true, revision));
    if (!alone.succeeded()) {
      git.commands().say("The server does not give this revision alone: all is fetched.");
      git.requireSuccess(
          git.ask(
              "fetch",
              "--quiet",
              "--no-recurse-submodules",
              "--",
              "origin",
              "+refs/heads/*:" + REMOTE_BRANCHES + "*",
              "+refs/tags/*:refs/tags/*"));
    }
    if (!has(revision)) {
      throw new CheckoutFailed("the repository has no revision " + revision);
    }
  }

  private static String[] fetching(boolean shallow, String refspec) {
    var arguments = new ArrayList<>(List.of("fetch", "--quiet", "--no-tags"));
    arguments.add("--no-recurse-submodules");
    if (shallow) {
      arguments.add("--depth=1");
    }
    arguments.addAll(List.of("--", "origin", refspec));
    return arguments.toArray(String[]::new);
  }

  private static boolean refusesShallow(CommandResult result) {
    return result.lastOutput().contains("does not support shallow");
  }

  private boolean has(String revision) throws CommandFailed, CheckoutFailed {
    return git.capture("rev-parse", "--quiet", "--verify", revision + "^{commit}").succeeded();
  }

  /** Writes the files of a branch, which becomes the current one. */
  void checkOutBranch(String branch, String revision) throws CommandFailed, CheckoutFailed {
    git.require("checkout", "--quiet", "-B", branch, revision, "--");
    if (revision.startsWith(REMOTE_BRANCHES)) {
      git.require("config", "branch." + branch + ".remote", "origin");
      git.require("config", "branch." + branch + ".merge", "refs/heads/" + branch);
    }
  }

  /** Writes the files of a revision that is on no branch. */
  void checkOut(String revision) throws CommandFailed, CheckoutFailed {
    git.require("checkout", "--quiet", "--detach", revision, "--");
  }

  private static String local(RemoteRef ref) {
    if (ref.isBranch()) {
      return REMOTE_BRANCHES + ref.shortName();
    }
    return ref.isTag() ? ref.name() : "";
  }
}
