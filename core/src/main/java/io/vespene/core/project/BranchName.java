package io.vespene.core.project;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of branches, after the rules of git.
 *
 * @see <a href="https://git-scm.com/docs/git-check-ref-format">git-check-ref-format</a>
 */
final class BranchName {
  private static final int MAX_LENGTH = 250;
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\p{Cntrl} ~^:?*\\[\\\\]|\\.\\.|@\\{|//|/\\.|\\.lock(/|$)|^/|/$|\\.$|^\\.");

  private BranchName() {}

  /** What is wrong with it; nothing if git would take it, or if it is empty. */
  static Optional<String> problem(String branch) {
    if (branch.length() > MAX_LENGTH) {
      return Optional.of("must be at most " + MAX_LENGTH + " characters");
    }
    if (branch.startsWith("-")) {
      return Optional.of("must not begin with -");
    }
    if (branch.equals("@") || FORBIDDEN.matcher(branch).find()) {
      return Optional.of("must be a branch name that git allows");
    }
    return Optional.empty();
  }
}
