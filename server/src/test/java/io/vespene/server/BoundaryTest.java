package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody meets who comes from outside. */
class BoundaryTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private final Browser browser = SERVER.browser();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/projects", "/builds/1", "/error", "/actuator", "/nothing"})
  void strangersAreSentToTheLoginPage(String path) {
    assertThat(browser.get(path).statusCode()).isEqualTo(302);
    assertThat(browser.get(path).headers().firstValue("Location").orElse("")).startsWith("/login");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/projects",
        "/api/v1/nothing",
        "/api/v1/openapi.json",
        "/worker/v1/poll",
        "/worker/v1/nothing",
      })
  void programsWithoutATokenAreRefused(String path) {
    HttpResponse<String> answer = browser.get(path);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"status\":401").doesNotContain("\"errors\"");
    assertThat(browser.sessionCookie()).isEmpty();
  }

  @Test
  void aTokenOpensOnlyItsOwnDoor() {
    var alice = SERVER.alice();

    assertThat(alice.get("/api/v1/nothing").status()).isEqualTo(404);
    assertThat(alice.get("/worker/v1/nothing").status()).isEqualTo(401);
    assertThat(alice.get("/projects").status()).isEqualTo(302);
    assertThat(SERVER.client("vst_wrong").get("/api/v1/nothing").status()).isEqualTo(401);
  }

  @Test
  void programsGetNoCookie() {
    assertThat(SERVER.alice().get("/api/v1/nothing").header("Set-Cookie")).isEmpty();
    assertThat(SERVER.alice().get("/api/v1/workers").header("Set-Cookie")).isEmpty();
  }

  @Test
  void theSessionOfAPageOpensTheApiToo() {
    browser.login();

    assertThat(browser.get("/api/v1/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void theApiTakesNoChangeFromASessionWithoutTheToken() {
    browser.login();

    var answer =
        browser.send(
            browser
                .request("/api/v1/projects")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("\"status\":403");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//projects",
        "/projects;a=b",
        "/a%2fb",
        "/a%2Fb",
        "/%2e%2e/etc/passwd",
        "/a%5cb",
        "/assets//x/css/vespene.css",
        "/api/v1//projects",
        "/api/v1/..;/health",
      })
  void crookedPathsAreRefused(String path) throws IOException {
    assertThat(raw("GET " + path + " HTTP/1.1")).matches("(?s)HTTP/1.1 40[04] .*");
  }

  @Test
  void methodsCannotBeOverridden() {
    var answer =
        browser.send(
            browser.request("/login?_method=DELETE").header("X-HTTP-Method-Override", "DELETE"));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void healthIsPlainAndOpen() {
    assertThat(browser.get("/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(browser.get("/health/ready").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(browser.sessionCookie()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/api/v1/projects", "/worker/v1/poll", "/health/live"})
  void everyAnswerForbidsWhatPagesDoNotNeed(String path) {
    var headers = browser.get(path).headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
  }

  @Test
  void pagesHoldNothingInline() {
    browser.login();

    for (String page : new String[] {"/login", "/projects", "/workers"}) {
      assertThat(browser.get(page).body())
          .doesNotContain("style=")
          .doesNotContain("<style")
          .doesNotContainPattern("<script(?![^>]*src=)")
          .doesNotContainPattern(" on[a-z]+=");
    }
  }

  /** Sends a request line as it is; clients would tidy it up. */
  private static String raw(String line) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              (line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream answer = socket.getInputStream();
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
