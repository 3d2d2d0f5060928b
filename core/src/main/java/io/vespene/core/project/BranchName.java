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
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Z}~^:?*\\[\\\\]|\\.\\.|@\\{|//|/\\.|\\.lock(/|$)|^/|/$|\\.$|^\\.");

  // What these mean in addresses, they must not mean in a folder's name.
  private static final Pattern FORBIDDEN_IN_FOLDER = Pattern.compile("[@%#\"]|(^|/)\\.{1,2}(/|$)");

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

  /** What is wrong with it as a folder below the address of a Subversion repository. */
  static Optional<String> folderProblem(String folder) {
    return problem(folder)
        .or(() ->
            FORBIDDEN_IN_FOLDER.matcher(folder).find()
                ? Optional.of("must be a folder such as branches/1.x, without @ % # \"")
                : Optional.empty());
  }
}
