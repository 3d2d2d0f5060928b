package io.vespene.cli.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as settings write them: a whole number and its unit, such as {@code 30s}. */
final class Durations {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");

  private Durations() {}

  static Optional<Duration> find(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(written.group(1));
    return Optional.of(
        switch (written.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        });
  }

  /** The shortest way to write it. */
  static String text(Duration span) {
    long millis = span.toMillis();
    if (millis % 1000 != 0 || millis == 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds % 60 != 0) {
      return seconds + "s";
    }
    if (seconds % 3600 != 0) {
      return seconds / 60 + "m";
    }
    return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3600 + "h";
  }
}
