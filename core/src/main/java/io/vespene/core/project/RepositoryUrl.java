package io.vespene.core.project;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of repositories.
 *
 * <p>Git takes much more than this, and some of it runs commands ({@code ext::…}, options), as do
 * tunnels of Subversion ({@code svn+…}). Only the forms below are let through; the worker looks
 * again.
 */
final class RepositoryUrl {
  private static final int MAX_LENGTH = 2_000;
  private static final Set<String> GIT_SCHEMES = Set.of("https", "http", "ssh", "git");
  private static final Set<String> SVN_SCHEMES = Set.of("https", "http", "svn", "svn+ssh");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}\\\\]");
  private static final Pattern ESCAPED_CONTROL = Pattern.compile("%[01][0-9A-Fa-f]|%7[Ff]");
  private static final String USER = "[\\p{L}\\p{N}._~%+][\\p{L}\\p{N}._~%+-]*";
  private static final String HOST = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*";
  private static final Pattern WITH_SCHEME =
      Pattern.compile(
          ("([a-z+]+)://(?:(?<user>%s)(?<password>:[^/@]*)?@)?"
                  + "(?:%s|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?(?<path>/.*)?")
              .formatted(USER, HOST));
  private static final Pattern LIKE_SCP =
      // No host is called like a scheme: that is a slip of the pen.
      Pattern.compile(
          ("(?!(?:https?|ssh|git|svn|file|ftps?|javascript|data):)" + "(?:%s@)?%s:/?(?![/:-]).+")
              .formatted(USER, HOST));
  private static final Pattern LOCAL = Pattern.compile("(file://)?/.+");

  private RepositoryUrl() {}

  /** What is wrong with the address of a git repository. */
  static Optional<String> gitProblem(String url, boolean allowFiles) {
    return problem(url, "git")
        .or(() -> {
          if (LOCAL.matcher(url).matches()) {
            return fileProblem(allowFiles);
          }
          if (LIKE_SCP.matcher(url).matches()) {
            return Optional.empty();
          }
          return addressProblem(
              url,
              GIT_SCHEMES,
              "must begin with https://, http://, ssh:// or git://, or be user@host:path");
        });
  }

  /** What is wrong with the address of a Subversion repository, or of a folder in one. */
  static Optional<String> svnProblem(String url, boolean allowFiles) {
    return problem(url, "svn")
        .or(() -> {
          if (url.startsWith("file:///")) {
            return fileProblem(allowFiles);
          }
          return addressProblem(
              url, SVN_SCHEMES, "must begin with https://, http://, svn:// or svn+ssh://");
        })
        .or(() ->
            pathOf(url).contains("@")
                // To Subversion it would name a revision.
                ? Optional.of("must not contain @ after the host")
                : Optional.empty());
  }

  /** What is wrong with an address, whatever kind of source control it is for. */
  static Optional<String> problem(String url, String type) {
    if (url.isEmpty()) {
      return Optional.of("must not be empty for " + type);
    }
    if (url.length() > MAX_LENGTH) {
      return Optional.of("must be at most " + MAX_LENGTH + " characters");
    }
    if (url.startsWith("-")) {
      return Optional.of("must not begin with -");
    }
    if (UNPRINTABLE.matcher(url).find() || ESCAPED_CONTROL.matcher(url).find()) {
      return Optional.of("must not contain spaces, backslashes or control characters");
    }
    return Optional.empty();
  }

  private static Optional<String> fileProblem(boolean allowed) {
    return allowed
        ? Optional.empty()
        : Optional.of("must not be a file, as the settings don't say allow-file-urls");
  }

  private static Optional<String> addressProblem(
      String url, Set<String> schemes, String whatItMustBe) {
    Matcher address = WITH_SCHEME.matcher(url);
    if (!address.matches() || !schemes.contains(address.group(1))) {
      return Optional.of(whatItMustBe);
    }
    return address.group("password") == null
        ? Optional.empty()
        : Optional.of("must not contain a password: choose a service login");
  }

  private static String pathOf(String url) {
    Matcher address = WITH_SCHEME.matcher(url);
    if (!address.matches()) {
      return url;
    }
    String path = address.group("path");
    return path == null ? "" : path;
  }
}
