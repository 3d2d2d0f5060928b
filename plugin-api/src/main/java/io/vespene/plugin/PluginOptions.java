package io.vespene.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options that settings give a plugin, each read by its name.
 *
 * <p>It remembers which names were asked for, so that a mistyped option is refused with those that
 * there are. For use by one thread. Every method throws {@link InvalidOption} when the value is not
 * what is asked for.
 */
public final class PluginOptions {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h)");
  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);
  private static final long MAX_SECRET_BYTES = 64 * 1024;

  private final Map<String, OptionValue> given;
  private final Set<String> known = new TreeSet<>();

  /** Options by their names. */
  public PluginOptions(Map<String, OptionValue> given) {
    this.given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }

  /** Options that are one text each; for tests of plugins. */
  public static PluginOptions of(Map<String, String> texts) {
    Map<String, OptionValue> given = new LinkedHashMap<>();
    texts.forEach((name, text) -> given.put(name, new OptionValue.Text(text)));
    return new PluginOptions(given);
  }

  /** The text of an option; empty when it is not given. */
  public Optional<String> find(String name) {
    return value(name).map(value -> text(name, value));
  }

  /** The text of an option that must be given. */
  public String require(String name) {
    return find(name).orElseThrow(() -> new InvalidOption(name, "must be given"));
  }

  /** One of several words. */
  public String choice(String name, String usual, List<String> allowed) {
    return find(name)
        .map(word -> {
          if (!allowed.contains(word)) {
            throw new InvalidOption(name, "must be one of " + String.join(", ", allowed));
          }
          return word;
        })
        .orElse(usual);
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String name, boolean usual) {
    return choice(name, Boolean.toString(usual), List.of("true", "false")).equals("true");
  }

  /** A whole number, both limits included. */
  public int number(String name, int usual, int least, int most) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return usual;
    }
    return text.filter(digits -> digits.matches("-?\\d{1,10}"))
        .map(Long::parseLong)
        .filter(number -> number >= least && number <= most)
        .map(Math::toIntExact)
        .orElseThrow(
            () -> new InvalidOption(name, "must be a whole number from " + least + " to " + most));
  }

  /** A time such as {@code 500ms}, {@code 30s}, {@code 5m} or {@code 1h}, limits included. */
  public Duration duration(String name, Duration usual, Duration least, Duration most) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return usual;
    }
    return text.flatMap(PluginOptions::parseDuration)
        .filter(span -> span.compareTo(least) >= 0 && span.compareTo(most) <= 0)
        .orElseThrow(() ->
            new InvalidOption(
                name,
                "must be a time such as 500ms, 30s or 5m, from "
                    + least.toMillis()
                    + "ms to "
                    + most.toMillis()
                    + "ms"));
  }

  /** An absolute path; nothing need be there. */
  public Optional<Path> findPath(String name) {
    return find(name).map(text -> path(name, text));
  }

  /** A list of texts; one text alone is a list too. Empty when it is not given. */
  public List<String> list(String name) {
    return value(name)
        .map(value ->
            switch (value) {
              case OptionValue.Text one -> List.of(one.text());
              case OptionValue.Texts several -> several.texts();
              case OptionValue.Table _ -> throw new InvalidOption(name, "must be a list of texts");
            })
        .orElse(List.of());
  }

  /** Names with a text each, in the order of the settings. Empty when it is not given. */
  public Map<String, String> table(String name) {
    return value(name)
        .map(value -> {
          if (value instanceof OptionValue.Table table) {
            return table.texts();
          }
          throw new InvalidOption(name, "must be names with a text each");
        })
        .orElse(Map.of());
  }

  /**
   * A secret, which stands in a file: the option {@code NAME-file} gives its absolute path. The
   * file must be its owner's alone; white space around the secret is dropped.
   *
   * @param name what the secret is called; settings can't hold the secret itself
   */
  public Optional<String> findSecret(String name) {
    String option = name + "-file";
    return findPath(option).map(file -> readSecret(option, file));
  }

  /** As {@link #findSecret}, for a secret that must be given. */
  public String requireSecret(String name) {
    return findSecret(name).orElseThrow(() -> new InvalidOption(name + "-file", "must be given"));
  }

  /**
   * Refuses what is given and was never asked for. The worker calls it when the plugin is made.
   *
   * @throws InvalidOption naming the option, and those that there are
   */
  public void requireAllKnown() {
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw new InvalidOption(
            name,
            known.isEmpty()
                ? "is unknown: this plugin has no options"
                : "is unknown; the options are " + String.join(", ", known));
      }
    }
  }

  private Optional<OptionValue> value(String name) {
    known.add(name);
    return Optional.ofNullable(given.get(name));
  }

  private static String text(String name, OptionValue value) {
    if (value instanceof OptionValue.Text one) {
      return one.text();
    }
    throw new InvalidOption(name, "must be one text");
  }

  private static Path path(String name, String text) {
    try {
      Path path = Path.of(text);
      if (path.isAbsolute()) {
        return path.normalize();
      }
    } catch (InvalidPathException e) {
      throw new InvalidOption(name, "must be an absolute path");
    }
    throw new InvalidOption(name, "must be an absolute path");
  }

  private static String readSecret(String option, Path file) {
    try {
      if (!Collections.disjoint(Files.getPosixFilePermissions(file), OF_OTHERS)) {
        throw new InvalidOption(
            option, "the file holds a secret, but others may use it: chmod 600 " + file);
      }
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_SECRET_BYTES) {
        throw new InvalidOption(option, file + " must be a file of 64 KiB at most");
      }
      String secret = Files.readString(file).strip();
      if (secret.isEmpty()) {
        throw new InvalidOption(option, "the file " + file + " is empty");
      }
      return secret;
    } catch (IOException e) {
      throw new InvalidOption(option, "the file " + file + " can't be read");
    }
  }

  private static Optional<Duration> parseDuration(String text) {
    Matcher written = DURATION.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(written.group(1));
    return Optional.of(
        switch (written.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          default -> Duration.ofHours(number);
        });
  }

  @Override
  public String toString() {
    // Somebody may have put a secret where none belongs.
    return "PluginOptions" + given.keySet();
  }
}
