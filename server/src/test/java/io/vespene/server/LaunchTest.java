package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.server.ApiClient.Answer;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Launch questions by page and by API. */
class LaunchTest {
  private static final String CANARY = "s3cret-canary";
  private static final List<Map<String, Object>> QUESTIONS =
      List.of(
          Map.of("variable", "note", "prompt", "What <b>is</b> new?", "help", "One line"),
          Map.of("variable", "target", "type", "radio", "choices", List.of("test", "live")),
          Map.of(
              "variable",
              "parts",
              "type",
              "multi",
              "choices",
              List.of("a", "b", "c"),
              "default",
              List.of("a", "c")),
          Map.of("variable", "level", "type", "select", "choices", List.of("low", "high")),
          Map.of("variable", "count", "type", "number", "required", true, "max", 9),
          Map.of("variable", "sure", "type", "boolean", "default", true),
          Map.of("variable", "day", "type", "date"),
          Map.of("variable", "token", "type", "secret"));

  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private static long project;

  private final Browser browser = SERVER.browser();

  @BeforeAll
  static void haveAProjectThatAsks() {
    SERVER.alice().post("/api/v1/worker-pools", Map.of("name", "general", "isolation", "none"));
    Answer made =
        SERVER
            .alice()
            .post(
                "/api/v1/projects",
                Map.of(
                    "name", "asks",
                    "script", "#!/bin/sh\necho {{ count }} {{ parts|join('+') }} {{ token }}\n",
                    "worker_pool", "general",
                    "max_running", 0,
                    "launch_questions", QUESTIONS));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().at("/launch_questions/2/default/1").asString()).isEqualTo("c");
    project = made.json().at("/id").asLong();
  }

  @BeforeEach
  void logIn() {
    browser.login();
  }

  @Test
  void theStartButtonGoesOnToTheQuestions() {
    HttpResponse<String> answer =
        browser.submit(page() + "/builds", Map.of("_csrf", browser.csrf(page()), "revision", ""));

    assertThat(answer.headers().firstValue("Location")).hasValue(page() + "/start");
    assertThat(browser.get(page() + "/start").body())
        .contains("What &lt;b&gt;is&lt;/b&gt; new?")
        .contains("type=\"radio\" id=\"answers.target\"")
        .containsPattern("type=\"checkbox\"[^>]*name=\"answers.parts\" value=\"a\" checked")
        .doesNotContainPattern("name=\"answers.parts\" value=\"b\" checked")
        .contains("<select")
        .contains("inputmode=\"decimal\"")
        .contains("type=\"date\"")
        .contains("type=\"password\"");
  }

  @Test
  void answersStartABuildAndSecretOnesAreNotShown() {
    HttpResponse<String> answer =
        start(Map.of("answers.count", "4", "answers.parts", "b", "answers.token", CANARY));

    String build = answer.headers().firstValue("Location").orElseThrow();
    assertThat(browser.get(build).body())
        .contains("echo 4 b ••••••")
        .contains("launch answers")
        .doesNotContain(CANARY);
  }

  @Test
  void aRefusedFormKeepsWhatWasTypedButSecrets() {
    HttpResponse<String> answer =
        start(Map.of("answers.count", "many", "answers.note", "typed", "answers.token", CANARY));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Nothing was started yet")
        .contains("id=\"answers.count-error\"")
        .contains("value=\"many\"")
        .contains("value=\"typed\"")
        .doesNotContain(CANARY);
  }

  @Test
  void theApiTellsWhatIsWrongPerField() {
    Answer refused =
        SERVER
            .alice()
            .post(
                "/api/v1/projects/asks/builds",
                Map.of("answers", Map.of("target", "moon", "count", 10)));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.response().body())
        .contains("answers.target", "must be one of test, live", "answers.count", "at most 9");
  }

  @Test
  void aBuildIsRestartedWithItsAnswers() {
    Answer first =
        SERVER
            .alice()
            .post(
                "/api/v1/projects/asks/builds",
                Map.of("answers", Map.of("count", 5, "token", CANARY)));
    long build = first.json().at("/id").asLong();

    Answer again = SERVER.alice().post("/api/v1/builds/" + build + "/restart", Map.of());
    Answer shown = SERVER.alice().get("/api/v1/builds/" + again.json().at("/id").asLong());

    assertThat(again.status()).isEqualTo(201);
    assertThat(shown.json().at("/script").asString()).contains("echo 5 a+c ••••••");
    assertThat(shown.json().at("/variables/count").isNumber()).isTrue();
    assertThat(shown.response().body()).doesNotContain(CANARY);
    assertThat(SERVER.carol().post("/api/v1/builds/" + build + "/restart", Map.of()).status())
        .isEqualTo(403);
  }

  @Test
  void questionsThatCantBeAskedAreRefusedWithTheirPlace() {
    Answer refused =
        SERVER
            .alice()
            .post(
                "/api/v1/projects",
                Map.of(
                    "name", "wrong",
                    "script", "#!/bin/sh\n",
                    "worker_pool", "general",
                    "launch_questions",
                        List.of(
                            Map.of("variable", "a"), Map.of("variable", "b", "type", "radio"))));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/field").asString())
        .isEqualTo("launch_questions[1].choices");
  }

  private HttpResponse<String> start(Map<String, String> answers) {
    var typed = new HashMap<>(answers);
    typed.put("_csrf", browser.csrf(page() + "/start"));
    return browser.submit(page() + "/start", typed);
  }

  private static String page() {
    return "/projects/" + project;
  }
}
