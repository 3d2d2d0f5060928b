package io.vespene.plugin;

import java.util.Locale;

/** A moment in the life of a build at which triggers are fired. */
public enum Hook {
  /** Before anything else is done. */
  PRE,
  /** After the script ended well. */
  SUCCESS,
  /** After the build ended otherwise: it failed, or was stopped. */
  FAILURE;

  /** As settings and people write it: {@code pre}, {@code success}, {@code failure}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
