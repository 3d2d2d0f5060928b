package io.vespene.plugins.scm;

import io.vespene.plugin.CheckoutFailed;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a repository, of which nothing can be taken for anything else.
 *
 * <p>Git and Subversion take much more than these forms, and some of it runs commands. What the
 * server lets through when a project is saved is looked at again here, and so are the addresses
 * that come out of repositories.
 *
 * @param text the whole address
 * @param scheme such as {@code https}; {@code ssh} for {@code user@host:path}
 * @param user whom the address names
 * @param host with its port, if it names one; empty for {@code file}
 */
record SourceUrl(String text, String scheme, Optional<String> user, String host) {
  private static final Set<String> GIT_SCHEMES = Set.of("https", "http", "ssh", "git");
  private static final Set<String> SVN_SCHEMES = Set.of("https", "http", "svn", "svn+ssh");
  private static final int MAX_LENGTH = 2_000;
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}\\\\]|%[01][0-9A-Fa-f]|%7[Ff]");
  private static final String USER = "(?<user>[\\p{L}\\p{N}._~%+][\\p{L}\\p{N}._~%+-]*)";
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*";
  private static final Pattern WITH_SCHEME =
      Pattern.compile(
          ("(?<scheme>[a-z+]+)://(?:%s(?<password>:[^/@]*)?@)?"
                  + "(?<host>(?:%s|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?)(?<path>/.*)?")
              .formatted(USER, NAME));
  private static final Pattern LIKE_SCP =
      // No host is called like a scheme: that is a slip of the pen.
      Pattern.compile(
          ("(?!(?:https?|ssh|git|svn|file|ftps?|javascript|data):)"
                  + "(?:%s@)?(?<host>%s):/?(?![/:-]).+")
              .formatted(USER, NAME));

  /**
   * The address of a git repository.
   *
   * @throws CheckoutFailed if it is anything else
   */
  static SourceUrl git(String url, boolean allowFiles) throws CheckoutFailed {
    requirePrintable(url);
    if (url.startsWith("/")) {
      return file(url, allowFiles);
    }
    Matcher address = LIKE_SCP.matcher(url);
    return address.matches()
        ? new SourceUrl(url, "ssh", user(address), address.group("host"))
        : withScheme(url, GIT_SCHEMES, allowFiles);
  }

  /**
   * The address of a Subversion repository or of a folder in it.
   *
   * @throws CheckoutFailed if it is anything else
   */
  static SourceUrl svn(String url, boolean allowFiles) throws CheckoutFailed {
    requirePrintable(url);
    SourceUrl found = withScheme(url, SVN_SCHEMES, allowFiles);
    Matcher address = WITH_SCHEME.matcher(url);
    String path = address.matches() && address.group("path") != null ? address.group("path") : "";
    if (path.contains("@") || (found.isFile() && url.contains("@"))) {
      // To Subversion it would name a revision.
      throw new CheckoutFailed("the repository's url must not contain @ after the host");
    }
    return found;
  }

  boolean isFile() {
    return scheme.equals("file");
  }

  /** Whether a login by name and password can be used with it. */
  boolean isHttp() {
    return scheme.equals("http") || scheme.equals("https");
  }

  /** Scheme, host and port: what a login is bound to. */
  String origin() {
    return scheme + "://" + host;
  }

  private static SourceUrl withScheme(String url, Set<String> schemes, boolean allowFiles)
      throws CheckoutFailed {
    if (url.startsWith("file:///")) {
      return file(url, allowFiles);
    }
    Matcher address = WITH_SCHEME.matcher(url);
    if (!address.matches() || !schemes.contains(address.group("scheme"))) {
      throw new CheckoutFailed("not the url of a repository: " + shown(url));
    }
    if (address.group("password") != null) {
      throw new CheckoutFailed("the repository's url must not contain a password: " + shown(url));
    }
    return new SourceUrl(url, address.group("scheme"), user(address), address.group("host"));
  }

  private static Optional<String> user(Matcher address) {
    return Optional.ofNullable(address.group("user"));
  }

  private static SourceUrl file(String url, boolean allowed) throws CheckoutFailed {
    if (!allowed) {
      throw new CheckoutFailed(
          "repositories in folders of the worker's machine are not allowed: " + shown(url));
    }
    return new SourceUrl(url, "file", Optional.empty(), "");
  }

  private static void requirePrintable(String url) throws CheckoutFailed {
    if (url.isEmpty() || url.length() > MAX_LENGTH) {
      throw new CheckoutFailed("the repository's url has " + url.length() + " characters");
    }
    if (url.startsWith("-") || UNPRINTABLE.matcher(url).find()) {
      throw new CheckoutFailed("not the url of a repository: " + shown(url));
    }
  }

  /** The url without what it may hold of a password. */
  static String shown(String url) {
    return url.replaceAll("//[^/@]*@", "//…@").replaceAll("[\\p{Cc}\\p{Cf}]", "?");
  }
}
