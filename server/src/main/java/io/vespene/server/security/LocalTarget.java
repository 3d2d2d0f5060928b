package io.vespene.server.security;

import org.jspecify.annotations.Nullable;

/**
 * Where a browser goes after login: always a path of this console, whatever was asked for.
 *
 * @param path begins with exactly one slash and holds printable ASCII only
 */
public record LocalTarget(String path) {
  private static final String HOME = "/";

  public LocalTarget {
    if (!isLocal(path)) {
      throw new IllegalArgumentException("not a path of this console: " + path);
    }
  }

  /** The asked-for path, or the home page when there is none or it leads elsewhere. */
  public static LocalTarget parse(@Nullable String wanted) {
    return new LocalTarget(wanted != null && isLocal(wanted) ? wanted : HOME);
  }

  private static boolean isLocal(String path) {
    return path.startsWith("/")
        && !path.startsWith("//")
        && !path.startsWith("/login")
        && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
  }
}
