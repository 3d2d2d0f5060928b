package io.vespene.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads pages as the superuser, like a browser that keeps its session. */
final class PageReader {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final int FOUND = 302;

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI server;

  private PageReader(URI server) {
    this.server = server;
  }

  static PageReader logIn(URI server, String password) {
    var reader = new PageReader(server);
    Matcher token = CSRF.matcher(reader.read("/login"));
    if (!token.find()) {
      throw new AssertionError("The login page has no token");
    }
    String form =
        "_csrf=" + encode(token.group(1)) + "&username=admin&password=" + encode(password);
    reader.send(
        HttpRequest.newBuilder(server.resolve("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)),
        FOUND);
    return reader;
  }

  String read(String path) {
    return send(HttpRequest.newBuilder(server.resolve(path)), 200);
  }

  private String send(HttpRequest.Builder request, int expected) {
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != expected) {
        throw new AssertionError(answer.uri() + " answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
