package io.vespene.plugins.scm;

import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.PluginFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a git server says about its default branch, and about a branch or tag.
 *
 * @param revisions by the full names of references
 * @param defaultBranch empty if the server has none, or does not say which it is
 */
record RemoteRefs(Map<String, String> revisions, Optional<String> defaultBranch) {
  private static final String HEAD = "HEAD";
  private static final String BRANCH_OF_HEAD = "ref: refs/heads/";

  /** Asks the server, with this checkout's own access. */
  static RemoteRefs ask(Git git, SourceUrl url, String branch) throws PluginFailure {
    String output =
        git.requireOutput(
            git.askAndCapture(
                "ls-remote",
                "--symref",
                "--",
                url.text(),
                HEAD,
                "refs/heads/" + branch,
                "refs/tags/" + branch));
    return parse(output);
  }

  static RemoteRefs parse(String output) {
    var revisions = new HashMap<String, String>();
    Optional<String> defaultBranch = Optional.empty();
    for (String line : output.lines().toList()) {
      String[] parts = line.split("\t", 2);
      if (parts.length == 2 && GitReference.isFullRevision(parts[0])) {
        revisions.put(parts[1], parts[0]);
      } else if (parts.length == 2
          && parts[1].equals(HEAD)
          && parts[0].startsWith(BRANCH_OF_HEAD)) {
        defaultBranch = Optional.of(parts[0].substring(BRANCH_OF_HEAD.length()));
      }
    }
    return new RemoteRefs(revisions, defaultBranch);
  }

  /**
   * The branch or tag of this name, or the default branch for the empty name.
   *
   * @throws CheckoutFailed if the server has no such thing
   */
  RemoteRef require(String branch) throws CheckoutFailed {
    return find(branch)
        .orElseThrow(() ->
            new CheckoutFailed(
                branch.isEmpty()
                    ? "the repository has no revision on its default branch"
                    : "the repository has no branch or tag called " + branch));
  }

  /** The branch or tag of this name, or the default branch for the empty name. */
  Optional<RemoteRef> find(String branch) throws CheckoutFailed {
    if (!branch.isEmpty()) {
      return find("refs/heads/", branch).or(() -> find("refs/tags/", branch));
    }
    // A server says this: it is no more to be trusted than what people type.
    GitReference.requireName(defaultBranch.orElse(""));
    return Optional.ofNullable(revisions.get(HEAD))
        .map(revision ->
            new RemoteRef(
                defaultBranch.map(name -> "refs/heads/" + name).orElse(HEAD),
                defaultBranch.orElse(""),
                revision));
  }

  private Optional<RemoteRef> find(String prefix, String name) {
    return Optional.ofNullable(revisions.get(prefix + name))
        .map(revision -> new RemoteRef(prefix + name, name, revision));
  }
}
