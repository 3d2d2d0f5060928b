package io.vespene.cli.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as settings write them: a whole number of bytes, or with a unit, such as {@code 2GiB}. */
final class ByteSizes {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(?: ?(KiB|MiB|GiB|TiB))?");

  private ByteSizes() {}

  static Optional<Long> find(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    int powersOfTwo =
        switch (Optional.ofNullable(written.group(2)).orElse("")) {
          case "KiB" -> 10;
          case "MiB" -> 20;
          case "GiB" -> 30;
          case "TiB" -> 40;
          default -> 0;
        };
    return Optional.of(Long.parseLong(written.group(1)) << powersOfTwo);
  }

  /** The shortest way to write it. */
  static String text(long bytes) {
    String[] units = {"", "KiB", "MiB", "GiB", "TiB"};
    int unit = 0;
    long number = bytes;
    while (unit < units.length - 1 && number != 0 && number % 1024 == 0) {
      number /= 1024;
      unit++;
    }
    return number + units[unit];
  }
}
