package io.vespene.core.project;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of git repositories.
 *
 * <p>Git takes much more than this, and some of it runs commands ({@code ext::…}, options). Only
 * the forms below are let through; the worker looks again.
 */
final class RepositoryUrl {
  private static final int MAX_LENGTH = 2_000;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]");
  private static final Pattern WITH_SCHEME =
      Pattern.compile("(https?|ssh|git)://(?:([^/@]*)@)?([A-Za-z0-9\\[][^/@]*)(/.*)?");
  private static final Pattern LIKE_SCP =
      Pattern.compile(
          "(?:[A-Za-z0-9._][A-Za-z0-9._-]*@)?[A-Za-z0-9][A-Za-z0-9.-]*:(?![:/]/|:)[^-].*");
  private static final Pattern LOCAL = Pattern.compile("(file://)?/.+");

  private RepositoryUrl() {}

  /** What is wrong with it. */
  static Optional<String> problem(String url, boolean allowFiles) {
    if (url.isEmpty()) {
      return Optional.of("must not be empty for git");
    }
    if (url.length() > MAX_LENGTH) {
      return Optional.of("must be at most " + MAX_LENGTH + " characters");
    }
    if (url.startsWith("-")) {
      return Optional.of("must not begin with -");
    }
    if (UNPRINTABLE.matcher(url).find()) {
      return Optional.of("must not contain spaces or control characters");
    }
    if (LOCAL.matcher(url).matches()) {
      return allowFiles
          ? Optional.empty()
          : Optional.of("must not be a file, as the settings don't say allow-file-repositories");
    }
    Matcher address = WITH_SCHEME.matcher(url);
    if (address.matches()) {
      String login = address.group(2);
      return login != null && login.contains(":")
          ? Optional.of("must not contain a password")
          : Optional.empty();
    }
    return LIKE_SCP.matcher(url).matches()
        ? Optional.empty()
        : Optional.of("must begin with https://, http://, ssh:// or git://, or be user@host:path");
  }
}
