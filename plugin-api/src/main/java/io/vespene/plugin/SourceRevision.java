package io.vespene.plugin;

/**
 * What was checked out.
 *
 * @param revision the full revision; empty when the source has none
 * @param author who made it, as "name &lt;address&gt;"
 * @param message its message, of any number of lines
 * @param branch the branch or tag it was found by; empty when it was asked for by revision only
 */
public record SourceRevision(String revision, String author, String message, String branch) {
  /** Nothing was checked out. */
  public static final SourceRevision NONE = new SourceRevision("", "", "", "");
}
