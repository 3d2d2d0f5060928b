package io.vespene.e2e.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages as somebody sees them who is logged in, without a browser around them. */
public final class WebSession {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI server;

  private WebSession(URI server) {
    this.server = server;
  }

  /** Logs in. */
  public static WebSession login(URI server, String name, String password) {
    var session = new WebSession(server);
    Matcher token = CSRF.matcher(session.get("/login"));
    if (!token.find()) {
      throw new AssertionError("the login page has no token");
    }
    String form =
        "_csrf=%s&username=%s&password=%s"
            .formatted(encode(token.group(1)), encode(name), encode(password));
    session.send(
        session
            .request("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
    return session;
  }

  /** Returns a page. */
  public String get(String path) {
    return send(request(path));
  }

  /** Returns every page that links lead to, by its path, beginning with the first one. */
  public Map<String, String> crawl(String first, int most) {
    var pages = new LinkedHashMap<String, String>();
    var waiting = new ArrayDeque<>(List.of(first));
    while (!waiting.isEmpty() && pages.size() < most) {
      String path = waiting.removeFirst();
      if (!pages.containsKey(path)) {
        String page = get(path);
        pages.put(path, page);
        LINK.matcher(page)
            .results()
            .map(WebSession::path)
            .filter(found -> !found.startsWith("/assets/"))
            .forEach(waiting::add);
      }
    }
    return pages;
  }

  private static String path(MatchResult link) {
    return link.group(1).replace("&amp;", "&");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(30));
  }

  private String send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
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
