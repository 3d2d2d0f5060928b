package io.vespene.plugins.scm;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.CommandTimedOut;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.Scm;
import io.vespene.plugin.SourceRevision;
import java.util.Optional;

/**
 * Checks out git repositories: only the one revision wanted, where the server can give that alone.
 *
 * <p>The server is asked first, with this build's own access and no other, what the branch stands
 * for. Only then, and only what the server has named, may come out of the mirror.
 */
public final class GitScm implements Scm {
  private final GitSettings settings;
  private final Optional<GitMirrors> mirrors;

  public GitScm(GitSettings settings) {
    this.settings = settings;
    this.mirrors = settings.mirrors().map(GitMirrors::new);
  }

  @Override
  public String type() {
    return "git";
  }

  @Override
  public SourceRevision checkOut(Checkout checkout, BuildCommands commands) throws PluginFailure {
    SourceUrl url = SourceUrl.git(checkout.url(), settings.source().allowFileUrls());
    GitReference.requireName(checkout.branch());
    if (checkout.revision().isPresent()) {
      GitReference.requireFullRevision(checkout.revision().get());
    }
    try {
      Git git = Git.prepare(settings.source(), url, checkout, commands);
      String branch = checkOut(git, url, checkout);
      if (checkout.submodules()) {
        new GitSubmodules(git, settings.source().allowFileUrls()).checkOut();
      }
      return describe(git, branch);
    } catch (CommandTimedOut e) {
      throw new Deadline(checkout.timeLimit()).over();
    }
  }

  /** Returns the branch or tag that it was found by, or nothing. */
  private String checkOut(Git git, SourceUrl url, Checkout checkout) throws PluginFailure {
    boolean named = !GitReference.isFullRevision(checkout.branch());
    String branch = named ? checkout.branch() : "";
    Optional<String> revision =
        checkout.revision().or(() -> named ? Optional.empty() : Optional.of(checkout.branch()));
    RemoteRefs refs = RemoteRefs.ask(git, url, branch);
    var tree = new GitWorkTree(git, url);
    if (revision.isEmpty()) {
      RemoteRef ref = refs.require(branch);
      tree.begin(ref.revision());
      checkOut(tree, ref, tree.fetch(ref, mirrors));
      return ref.shortName();
    }
    tree.begin(revision.get());
    Optional<RemoteRef> ref = refs.find(branch);
    if (ref.isPresent() && ref.get().revision().equals(revision.get())) {
      tree.fetch(ref.get(), mirrors);
    }
    tree.fetchRevision(revision.get());
    if (branch.isEmpty() || ref.filter(RemoteRef::isTag).isPresent()) {
      tree.checkOut(revision.get());
    } else {
      tree.checkOutBranch(branch, revision.get());
    }
    return branch;
  }

  private static void checkOut(GitWorkTree tree, RemoteRef ref, String fetched)
      throws PluginFailure {
    if (ref.isBranch()) {
      tree.checkOutBranch(ref.shortName(), fetched);
    } else {
      tree.checkOut(fetched);
    }
  }

  private static SourceRevision describe(Git git, String branch) throws PluginFailure {
    String[] parts =
        git.requireOutput(
                git.capture(
                    "-c",
                    "log.showSignature=false",
                    "log",
                    "-1",
                    "--no-color",
                    "--encoding=UTF-8",
                    "--format=%H%n%an <%ae>%n%B"))
            .split("\n", 3);
    if (parts.length < 3) {
      throw new CheckoutFailed("the repository has no revision");
    }
    return new SourceRevision(parts[0], parts[1], parts[2].strip(), branch);
  }
}
