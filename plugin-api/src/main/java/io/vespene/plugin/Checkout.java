package io.vespene.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A source that is wanted in a directory.
 *
 * @param url where the repository is; empty when there is none
 * @param branch a branch, a tag or a full revision; empty for the repository's default
 * @param revision the full revision wanted, when the build was started for a certain one
 * @param submodules whether the repositories inside the repository are wanted too
 * @param access keys and passwords for it
 * @param directory the build's working directory
 * @param privateDirectory an empty directory for the plugin's own use, which no script can see; it
 *     is removed when the build ends
 * @param timeLimit how long the whole checkout may take; positive
 */
public record Checkout(
    String url,
    String branch,
    Optional<String> revision,
    boolean submodules,
    SourceAccess access,
    Path directory,
    Path privateDirectory,
    Duration timeLimit) {
  public Checkout {
    if (timeLimit.isNegative() || timeLimit.isZero()) {
      throw new IllegalArgumentException("a time limit of " + timeLimit);
    }
  }
}
