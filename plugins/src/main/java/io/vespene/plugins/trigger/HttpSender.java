package io.vespene.plugins.trigger;

import io.vespene.plugin.InvalidOption;
import io.vespene.plugin.TriggerFailed;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Posts JSON to one address. Redirects are not followed: they may lead inside. */
final class HttpSender {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final int SHOWN_BYTES = 200;

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_LIMIT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private HttpSender(URI address) {
    this.address = address;
  }

  /**
   * A sender.
   *
   * @throws InvalidOption if the text is no address of the web
   */
  static HttpSender to(String option, String text) {
    return parse(text)
        .map(HttpSender::new)
        .orElseThrow(() ->
            new InvalidOption(option, "must be an address beginning with https:// or http://"));
  }

  private static Optional<URI> parse(String text) {
    try {
      URI uri = URI.create(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Sends a body.
   *
   * @throws TriggerFailed if it is not answered in time, or not with success; names no address, as
   *     that may be a secret
   */
  void post(byte[] json, Map<String, String> headers, Duration limit)
      throws TriggerFailed, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(limit)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Vespene")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json));
    headers.forEach(request::header);
    try {
      HttpResponse<InputStream> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() / 100 != 2) {
          String words = new String(body.readNBytes(SHOWN_BYTES), StandardCharsets.UTF_8).strip();
          throw new TriggerFailed(
              address.getHost()
                  + " answered "
                  + answer.statusCode()
                  + (words.isEmpty() ? "" : ": " + words.replaceAll("\\p{Cntrl}+", " ")));
        }
      }
    } catch (IOException e) {
      String cause = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new TriggerFailed(address.getHost() + " was not reached: " + cause, e);
    }
  }
}
