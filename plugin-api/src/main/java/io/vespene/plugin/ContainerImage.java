package io.vespene.plugin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a container image, as people write it: {@code debian}, {@code debian:12} or {@code
 * registry.example.org:5000/team/tools@sha256:…}. It never begins with a dash, so it can't be taken
 * for an option.
 *
 * <p>A short name means what the engines take it for: {@code debian} is {@code
 * docker.io/library/debian}. So {@code somebody/debian} is never taken for {@code debian}.
 *
 * @param repository with its registry: {@code docker.io/library/debian}
 * @param tag empty when none is named, which means {@code latest}
 * @param digest such as {@code sha256:…}; empty when none is named
 * @see <a href="https://pkg.go.dev/github.com/distribution/reference">the grammar of names</a>
 */
public record ContainerImage(String repository, String tag, String digest) {
  /** No name is longer, in characters. */
  public static final int MAX_LENGTH = 500;

  private static final String USUAL_REGISTRY = "docker.io";
  private static final String USUAL_FOLDER = "library";
  private static final String WORD = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
  private static final Pattern NAME =
      Pattern.compile(
          "(?<path>(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?/)?"
              + WORD
              + "(?:/"
              + WORD
              + ")*)(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?"
              + "(?:@(?<digest>sha256:[0-9a-f]{64}))?");
  private static final Pattern PATTERN =
      Pattern.compile("[A-Za-z0-9*][A-Za-z0-9*._:/-]*(?:@sha256:[0-9a-f]{64})?");

  /** The image of this name; empty if it can't be one. */
  public static Optional<ContainerImage> parse(String name) {
    Matcher matcher = NAME.matcher(name);
    return name.length() <= MAX_LENGTH && matcher.matches()
        ? Optional.of(
            new ContainerImage(
                withRegistry(matcher.group("path")),
                Optional.ofNullable(matcher.group("tag")).orElse(""),
                Optional.ofNullable(matcher.group("digest")).orElse("")))
        : Optional.empty();
  }

  /** Whether this can be a pattern for {@link #matches}. */
  public static boolean isPattern(String pattern) {
    return pattern.length() <= MAX_LENGTH && PATTERN.matcher(pattern).matches();
  }

  /**
   * Whether a pattern allows this image.
   *
   * @param pattern a name in which {@code *} stands for any characters but a slash, and {@code **}
   *     for any characters at all, the registry included. Without tag and digest it allows all of
   *     them; with a tag it allows that tag alone
   */
  public boolean matches(String pattern) {
    String name = withoutTag(pattern);
    String wanted = pattern.substring(name.length());
    return fits(name.startsWith("**") ? name : withRegistry(name), repository)
        && (wanted.isEmpty() || fits(wanted, version()));
  }

  /** All of it, so that no engine takes another image for it. */
  public String fullName() {
    return repository + version();
  }

  /** What stands behind the repository: {@code :12}, {@code @sha256:…} or {@code :latest}. */
  private String version() {
    if (!digest.isEmpty()) {
      // A digest beats the tag beside it.
      return "@" + digest;
    }
    return ":" + (tag.isEmpty() ? "latest" : tag);
  }

  private static String withoutTag(String name) {
    int digest = name.indexOf('@');
    if (digest >= 0) {
      return name.substring(0, digest);
    }
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
  }

  /** What engines do with a name whose first part is no host. */
  private static String withRegistry(String path) {
    int slash = path.indexOf('/');
    String first = slash < 0 ? "" : path.substring(0, slash);
    if (first.contains(".") || first.contains(":") || first.equals("localhost")) {
      return path;
    }
    return slash < 0
        ? USUAL_REGISTRY + "/" + USUAL_FOLDER + "/" + path
        : USUAL_REGISTRY + "/" + path;
  }

  /** Looks at each character of the text once for each of the pattern, whatever they are. */
  private static boolean fits(String pattern, String text) {
    var reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int at = 0; at < pattern.length(); at++) {
      char wanted = pattern.charAt(at);
      boolean overSlashes = pattern.startsWith("**", at);
      var next = new boolean[reached.length];
      next[0] = wanted == '*' && reached[0];
      for (int length = 1; length < reached.length; length++) {
        char found = text.charAt(length - 1);
        next[length] =
            wanted == '*'
                ? reached[length] || (next[length - 1] && (overSlashes || found != '/'))
                : reached[length - 1] && wanted == found;
      }
      reached = next;
      if (overSlashes) {
        at++;
      }
    }
    return reached[text.length()];
  }
}
