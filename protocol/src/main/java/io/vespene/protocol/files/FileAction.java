package io.vespene.protocol.files;

import java.util.Locale;

/** What a server wants to do with a path. */
public enum FileAction {
  /** Get a {@link FileListing}. */
  LOOK,
  /** Get a file's bytes, or the part of them that a {@code Range} header names. */
  READ,
  /** Get a directory and all below it as a zip file. */
  ZIP;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
