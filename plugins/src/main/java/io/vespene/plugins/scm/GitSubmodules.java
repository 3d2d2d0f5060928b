package io.vespene.plugins.scm;

import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.PluginFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Checks out the repositories inside a repository, and those inside them.
 *
 * <p>What the file {@code .gitmodules} says is a stranger's word. Addresses go by the same rules as
 * those of projects. Git itself is only asked to make whole addresses of relative ones; fetching is
 * done as for any other repository, so that nothing the file asks for beyond that is done.
 */
final class GitSubmodules {
  private static final String FILE = ".gitmodules";
  private static final long MAX_FILE_BYTES = 256 * 1024;
  private static final int MAX_DEPTH = 16;
  private static final String LINK_TO_REPOSITORY = "160000";

  private final Git git;
  private final boolean allowFileUrls;
  private final int depth;

  GitSubmodules(Git git, boolean allowFileUrls) {
    this(git, allowFileUrls, 1);
  }

  private GitSubmodules(Git git, boolean allowFileUrls, int depth) {
    this.git = git;
    this.allowFileUrls = allowFileUrls;
    this.depth = depth;
  }

  /** Fills the directories of all submodules of the repository that git runs in. */
  void checkOut() throws PluginFailure {
    Path file = git.directory().resolve(FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    requireSmall(file);
    Map<String, String> paths = paths();
    Map<String, String> revisions = revisions(paths.values());
    paths.values().removeIf(path -> !revisions.containsKey(path));
    if (paths.isEmpty()) {
      return;
    }
    if (depth > MAX_DEPTH) {
      throw new CheckoutFailed("its submodules are nested deeper than " + MAX_DEPTH);
    }
    Map<String, String> urls = urls(paths.values());
    for (Map.Entry<String, String> module : paths.entrySet()) {
      String url = urls.get(module.getKey());
      if (url == null) {
        throw new CheckoutFailed("the submodule " + shown(module.getKey()) + " has no url");
      }
      checkOut(module.getValue(), url, revisions.getOrDefault(module.getValue(), ""));
    }
  }

  private void checkOut(String path, String url, String revision) throws PluginFailure {
    Path directory = requireEmptyDirectory(path);
    git.commands().say("Submodule " + shown(path));
    Git inside = git.in(directory);
    var tree = new GitWorkTree(inside, allowedUrl(path, url));
    tree.begin(revision);
    tree.fetchRevision(revision);
    tree.checkOut(revision);
    new GitSubmodules(inside, allowFileUrls, depth + 1).checkOut();
  }

  private SourceUrl allowedUrl(String path, String url) throws CheckoutFailed {
    try {
      return SourceUrl.git(url, allowFileUrls);
    } catch (CheckoutFailed e) {
      throw new CheckoutFailed("submodule " + shown(path) + ": " + e.reason(), e);
    }
  }

  private static void requireSmall(Path file) throws CheckoutFailed {
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw new CheckoutFailed("the file .gitmodules is larger than 256 KiB");
      }
    } catch (IOException e) {
      throw new CheckoutFailed("the file .gitmodules can't be read: " + e.getMessage(), e);
    }
  }

  /** Where the file wants submodules, by their names. */
  private Map<String, String> paths() throws PluginFailure {
    var paths = new LinkedHashMap<String, String>();
    Map<String, String> settings = settings("--file", FILE);
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      if (setting.getKey().endsWith(".update") && setting.getValue().startsWith("!")) {
        throw new CheckoutFailed("the file .gitmodules asks for a command to be run");
      }
      if (setting.getKey().endsWith(".path")) {
        requireInside(setting.getValue());
        paths.put(nameIn(setting.getKey()), setting.getValue());
      }
    }
    return paths;
  }

  /** The revisions that the repository links to, by the paths of the links. */
  private Map<String, String> revisions(Iterable<String> paths) throws PluginFailure {
    var arguments = new ArrayList<>(List.of("ls-files", "--stage", "-z", "--"));
    paths.forEach(arguments::add);
    var revisions = new HashMap<String, String>();
    if (arguments.size() == 4) {
      return revisions;
    }
    String listed = git.requireOutput(git.capture(arguments.toArray(String[]::new)));
    for (String entry : listed.split("\0", -1)) {
      String[] parts = entry.split("[ \t]", 4);
      if (parts.length == 4 && parts[0].equals(LINK_TO_REPOSITORY)) {
        GitReference.requireFullRevision(parts[1]);
        revisions.put(parts[3], parts[1]);
      }
    }
    return revisions;
  }

  /** Whole addresses by the names of submodules, as git makes them of what the file says. */
  private Map<String, String> urls(Iterable<String> paths) throws PluginFailure {
    var arguments = new ArrayList<>(List.of("submodule", "--quiet", "init", "--"));
    paths.forEach(arguments::add);
    git.require(arguments.toArray(String[]::new));
    var urls = new HashMap<String, String>();
    settings("--local")
        .forEach((key, value) -> {
          if (key.endsWith(".url")) {
            urls.put(nameIn(key), value);
          }
        });
    return urls;
  }

  private Map<String, String> settings(String... where) throws PluginFailure {
    var arguments = new ArrayList<>(List.of("config", "-z"));
    arguments.addAll(List.of(where));
    arguments.addAll(List.of("--get-regexp", "^submodule\\..*\\.(path|url|update)$"));
    var found = git.capture(arguments.toArray(String[]::new));
    var settings = new LinkedHashMap<String, String>();
    // Exit code 1: there are none.
    if (found.exitCode() > 1) {
      git.requireOutput(found);
    }
    for (String entry : found.output().split("\0", -1)) {
      int end = entry.indexOf('\n');
      if (end > 0) {
        settings.put(entry.substring(0, end), entry.substring(end + 1));
      }
    }
    return settings;
  }

  private static String nameIn(String key) {
    return key.substring("submodule.".length(), key.lastIndexOf('.'));
  }

  private static void requireInside(String path) throws CheckoutFailed {
    for (String part : path.split("/", -1)) {
      String plain = part.toLowerCase(Locale.ROOT);
      if (plain.isEmpty() || plain.equals("..") || plain.equals(".") || plain.equals(".git")) {
        throw new CheckoutFailed("a submodule can't be at " + shown(path));
      }
    }
    if (path.startsWith("-") || path.chars().anyMatch(Character::isISOControl)) {
      throw new CheckoutFailed("a submodule can't be at " + shown(path));
    }
  }

  /** The directory that git has made for a submodule, to which no link leads. */
  private Path requireEmptyDirectory(String path) throws CheckoutFailed {
    Path directory = git.directory();
    for (String part : path.split("/", -1)) {
      directory = directory.resolve(part);
      if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
        throw new CheckoutFailed("a submodule can't be at " + shown(path) + ": no directory");
      }
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      if (entries.iterator().hasNext()) {
        throw new CheckoutFailed("a submodule can't be at " + shown(path) + ": it is not empty");
      }
    } catch (IOException e) {
      throw new CheckoutFailed("a submodule can't be at " + shown(path) + ": " + e, e);
    }
    return directory;
  }

  private static String shown(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
  }
}
