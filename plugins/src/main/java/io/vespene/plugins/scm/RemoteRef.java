package io.vespene.plugins.scm;

/**
 * A branch or tag on a git server, as the server named it to this checkout.
 *
 * @param name in full, such as {@code refs/heads/main}; {@code HEAD} if it has no other
 * @param shortName as people call it; empty for {@code HEAD}
 * @param revision what it stood for when the server was asked; for some tags that is an object of
 *     their own
 */
record RemoteRef(String name, String shortName, String revision) {
  boolean isBranch() {
    return name.startsWith("refs/heads/");
  }

  boolean isTag() {
    return name.startsWith("refs/tags/");
  }
}
