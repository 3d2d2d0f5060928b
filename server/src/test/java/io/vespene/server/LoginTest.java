package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private final Browser browser = SERVER.browser();

  @BeforeEach
  void forgetEarlierTries() {
    SERVER.browser().login();
  }

  @Test
  void theRightPasswordOpensTheConsole() {
    assertThat(browser.get("/projects").statusCode()).isEqualTo(302);

    HttpResponse<String> answer = browser.login();

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue("/");
    assertThat(browser.get("/projects-that-do-not-exist").statusCode()).isEqualTo(404);
  }

  @Test
  void aWrongPasswordLeadsBackToTheLoginPage() {
    HttpResponse<String> answer = browser.login("alice", "wrong", Map.of());

    assertThat(answer.headers().firstValue("Location")).hasValue("/login?problem=wrong");
    assertThat(browser.get("/login?problem=wrong").body()).contains("do not belong together");
    assertThat(browser.get("/projects").statusCode()).isEqualTo(302);
  }

  @Test
  void theSessionIdChangesAtLogin() {
    browser.get("/login");
    String before = browser.sessionCookie().orElseThrow();

    browser.login();

    assertThat(browser.sessionCookie()).isPresent().get().isNotEqualTo(before);
  }

  @Test
  void loginLeadsBackToWhatWasAskedFor() {
    assertThat(browser.get("/builds?status=FAILURE").headers().firstValue("Location"))
        .hasValue("/login?next=%2Fbuilds%3Fstatus%3DFAILURE");

    HttpResponse<String> answer =
        browser.login("alice", ServerExtension.PASSWORD, Map.of("next", "/builds?status=FAILURE"));

    assertThat(answer.headers().firstValue("Location")).hasValue("/builds?status=FAILURE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/a\r\nSet-Cookie: x=y",
        "",
      })
  void loginNeverLeadsElsewhere(String next) {
    HttpResponse<String> answer =
        browser.login("alice", ServerExtension.PASSWORD, Map.of("next", next));

    assertThat(answer.headers().firstValue("Location")).hasValue("/");
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    browser.login();

    assertThat(browser.submit("/logout", Map.of()).statusCode()).isEqualTo(403);
    assertThat(browser.submit("/logout", Map.of("_csrf", "guessed")).statusCode()).isEqualTo(403);
    assertThat(browser.submit("/login", Map.of("username", "alice", "password", "x")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aScriptSendsTheTokenAsAHeader() {
    browser.login();
    String token = browser.csrf("/workers");

    var answer =
        browser.send(
            browser.request("/logout").header("X-CSRF-TOKEN", token).POST(BodyPublishers.noBody()));

    assertThat(answer.headers().firstValue("Location")).hasValue("/login");
  }

  @Test
  void logoutEndsTheSession() {
    browser.login();
    String session = browser.sessionCookie().orElseThrow();

    browser.submit("/logout", Map.of("_csrf", browser.csrf("/workers")));

    var thief = SERVER.browser();
    var answer =
        thief.send(thief.request("/projects").header("Cookie", "vespene_session=" + session));
    assertThat(answer.statusCode()).isEqualTo(302);
  }

  @Test
  void logoutIsNotALink() {
    browser.login();

    assertThat(browser.get("/logout").statusCode()).isEqualTo(404);
  }

  @Test
  void noMoreThanTenGuessesAreTaken() {
    for (int i = 0; i < 10; i++) {
      assertThat(location(browser.login("bob", "guess " + i, Map.of()))).endsWith("=wrong");
    }

    assertThat(location(browser.login("bob", "guess 11", Map.of()))).endsWith("=wait");
    assertThat(location(browser.login("BOB", "guess 12", Map.of()))).endsWith("=wait");
    assertThat(location(browser.login())).isEqualTo("/");
  }

  @Test
  void lookAlikeNamesAreNobody() {
    // the first letter is Cyrillic
    assertThat(location(browser.login("\u0430lice", ServerExtension.PASSWORD, Map.of())))
        .endsWith("=wrong");
  }

  @Test
  void theCookieIsKeptFromScriptsAndOtherSites() {
    assertThat(browser.get("/login").headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
