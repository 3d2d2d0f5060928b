package io.vespene.plugins.scm;

import io.vespene.plugin.CheckoutFailed;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells addresses of repositories from what would make git do something else.
 *
 * @see <a href="https://git-scm.com/docs/git-clone#_git_urls">The forms that git knows</a>
 */
final class GitUrl {
  private static final Set<String> REMOTE_SCHEMES = Set.of("http", "https", "ssh", "git");
  private static final Pattern SCP_FORM =
      Pattern.compile("([A-Za-z0-9_.][A-Za-z0-9_.-]*@)?[A-Za-z0-9_.\\[][^:/@]*:(?!:)[^:].*");
  private static final int MAX_LENGTH = 2000;

  private GitUrl() {}

  /**
   * Returns when the url may be given to git.
   *
   * @throws CheckoutFailed if it is anything else than an allowed address
   */
  static void require(String url, boolean allowFileUrls) throws CheckoutFailed {
    if (url.isEmpty() || url.length() > MAX_LENGTH) {
      throw new CheckoutFailed("the repository's url has " + url.length() + " characters");
    }
    if (url.startsWith("-") || url.codePoints().anyMatch(GitUrl::isNeverPartOfUrl)) {
      throw new CheckoutFailed("not the url of a repository: " + shown(url));
    }
    if (url.startsWith("/")) {
      requireFilesAllowed(url, allowFileUrls);
    } else if (url.contains("://")) {
      requireScheme(url, allowFileUrls);
    } else if (!SCP_FORM.matcher(url).matches()) {
      throw new CheckoutFailed("not the url of a repository: " + shown(url));
    }
  }

  private static void requireScheme(String url, boolean allowFileUrls) throws CheckoutFailed {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new CheckoutFailed("not the url of a repository: " + shown(url), e);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme();
    if (scheme.equals("file")) {
      requireFilesAllowed(url, allowFileUrls);
      return;
    }
    if (!REMOTE_SCHEMES.contains(scheme)) {
      throw new CheckoutFailed(
          "a repository's url must begin with https, http, ssh or git, not " + scheme);
    }
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    if (host.isEmpty() || host.startsWith("-") || authority.startsWith("-")) {
      throw new CheckoutFailed("not the url of a repository: " + shown(url));
    }
  }

  private static void requireFilesAllowed(String url, boolean allowed) throws CheckoutFailed {
    if (!allowed) {
      throw new CheckoutFailed(
          "repositories in folders of the worker's machine are not allowed: " + shown(url));
    }
  }

  private static boolean isNeverPartOfUrl(int character) {
    return Character.isISOControl(character) || Character.isWhitespace(character);
  }

  /** The url without what it may hold of a password. */
  private static String shown(String url) {
    return url.replaceAll("//[^/@]*@", "//…@").replaceAll("\\p{Cntrl}", "?");
  }
}
