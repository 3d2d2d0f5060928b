package io.vespene.plugins.scm;

import io.vespene.plugin.CheckoutFailed;
import java.util.regex.Pattern;

/** Tells names of branches, tags and revisions from what would make git do something else. */
final class GitReference {
  private static final Pattern FULL_REVISION = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final Pattern NEVER_IN_NAME =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Z}~^:?*\\[\\\\]|\\.\\.|@\\{|//|/\\.|^[-./]|[./]$|\\.lock(/|$)|^@$");
  private static final int MAX_LENGTH = 255;
  private static final int SHA256_LENGTH = 64;

  private GitReference() {}

  static boolean isFullRevision(String reference) {
    return FULL_REVISION.matcher(reference).matches();
  }

  /** What git calls the kind of a full revision. */
  static String objectFormat(String revision) {
    return revision.length() == SHA256_LENGTH ? "sha256" : "sha1";
  }

  /**
   * Returns when the name may be given to git; the empty name may.
   *
   * @throws CheckoutFailed if it can't be a branch or tag
   * @see <a href="https://git-scm.com/docs/git-check-ref-format">The rules for names</a>
   */
  static void requireName(String name) throws CheckoutFailed {
    if (name.length() > MAX_LENGTH || NEVER_IN_NAME.matcher(name).find()) {
      throw new CheckoutFailed(
          "not the name of a branch: " + name.replaceAll("[\\p{Cc}\\p{Cf}]", "?"));
    }
  }

  /**
   * Returns when the revision may be given to git.
   *
   * @throws CheckoutFailed if it is not a full revision
   */
  static void requireFullRevision(String revision) throws CheckoutFailed {
    if (!isFullRevision(revision)) {
      throw new CheckoutFailed(
          "not a full revision: " + revision.replaceAll("[\\p{Cc}\\p{Cf}]", "?"));
    }
  }
}
