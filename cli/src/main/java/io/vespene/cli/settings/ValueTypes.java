package io.vespene.cli.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of values that settings have. */
final class ValueTypes {
  private ValueTypes() {}

  static ValueType<String> text() {
    return new ValueType<>("a text", Optional::of, text -> text);
  }

  static ValueType<Secret> secret() {
    return new ValueType<>("a text", text -> Optional.of(new Secret(text)), Secret::toString);
  }

  static ValueType<Boolean> flag() {
    return new ValueType<>(
        "true or false",
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            },
        String::valueOf);
  }

  static ValueType<Integer> wholeNumber(int least, int most) {
    return new ValueType<>(
        "a whole number from " + least + " to " + most,
        text ->
            Optional.of(text)
                .filter(digits -> digits.matches("-?\\d{1,10}"))
                .map(Long::parseLong)
                .filter(number -> number >= least && number <= most)
                .map(Long::intValue),
        String::valueOf);
  }

  static ValueType<String> choice(String... choices) {
    List<String> all = List.of(choices);
    return new ValueType<>(
        String.join(" or ", all), text -> Optional.of(text).filter(all::contains), text -> text);
  }

  static ValueType<Duration> duration(Duration least, Duration most) {
    return new ValueType<>(
        "a time such as 500ms, 30s, 5m or 12h, from "
            + Durations.text(least)
            + " to "
            + Durations.text(most),
        text ->
            Durations.find(text)
                .filter(span -> span.compareTo(least) >= 0 && span.compareTo(most) <= 0),
        Durations::text);
  }

  static ValueType<Long> bytes(long least, long most) {
    return new ValueType<>(
        "a size such as 512KiB, 256MiB or 2GiB, from "
            + ByteSizes.text(least)
            + " to "
            + ByteSizes.text(most),
        text -> ByteSizes.find(text).filter(bytes -> bytes >= least && bytes <= most),
        ByteSizes::text);
  }

  static ValueType<Path> absolutePath() {
    return new ValueType<>(
        "an absolute path",
        text -> {
          try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute).map(Path::normalize);
          } catch (InvalidPathException e) {
            return Optional.empty();
          }
        },
        Path::toString);
  }

  static ValueType<InetAddress> ipAddress() {
    return new ValueType<>(
        "an IP address such as 127.0.0.1, or 0.0.0.0 for all of this machine's",
        text -> {
          // Only literals: a name would be looked up, and may change its meaning.
          if (!text.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return Optional.empty();
          }
          try {
            return Optional.of(InetAddress.ofLiteral(text));
          } catch (IllegalArgumentException e) {
            return Optional.empty();
          }
        },
        InetAddress::getHostAddress);
  }

  static ValueType<URI> webAddress() {
    return new ValueType<>(
        "an address such as https://vespene.example.com", ValueTypes::findUrl, URI::toString);
  }

  static ValueType<List<URI>> webAddresses() {
    return new ValueType<>(
        "one or more addresses such as https://vespene.example.com",
        text -> {
          List<Optional<URI>> parsed =
              Arrays.stream(text.split(",")).map(String::strip).map(ValueTypes::findUrl).toList();
          return parsed.stream().allMatch(Optional::isPresent)
              ? Optional.of(parsed.stream().flatMap(Optional::stream).toList())
              : Optional.empty();
        },
        all -> all.stream().map(URI::toString).collect(Collectors.joining(", ")));
  }

  private static Optional<URI> findUrl(String text) {
    try {
      URI uri = new URI(text.replaceAll("/+$", ""));
      boolean web = Stream.of("http", "https").anyMatch(scheme -> scheme.equals(uri.getScheme()));
      return Optional.of(uri).filter(it -> web && it.getHost() != null && it.getQuery() == null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
