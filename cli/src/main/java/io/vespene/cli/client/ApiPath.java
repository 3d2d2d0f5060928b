package io.vespene.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of a resource below {@code /api/v1}, every part encoded. */
public record ApiPath(String text) {
  /** The path of these segments: {@code of("projects", "my app")} is {@code /projects/my%20app}. */
  public static ApiPath of(String... segments) {
    return new ApiPath(
        Stream.of(segments).map(ApiPath::encode).collect(Collectors.joining("/", "/", "")));
  }

  /** This path with one more query parameter. */
  public ApiPath with(String parameter, String value) {
    return new ApiPath(
        text + (text.contains("?") ? "&" : "?") + encode(parameter) + "=" + encode(value));
  }

  /** This path with one more query parameter, if there is a value for it. */
  public ApiPath with(String parameter, Optional<String> value) {
    return value.map(present -> with(parameter, present)).orElse(this);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
