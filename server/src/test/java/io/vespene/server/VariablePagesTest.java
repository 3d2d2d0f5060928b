package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VariablePagesTest {
  private static final String CANARY = "s3cret-canary";

  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private final Browser browser = SERVER.browser();

  @BeforeEach
  void logIn() {
    browser.login();
  }

  @Test
  void aSnippetIsMadeEditedAndDeleted() {
    String page =
        location(submit("/snippets", Map.of("name", "my-part", "text", "a\r\n<b>{{ x }}</b>\r\n")));

    assertThat(browser.get("/snippets").body()).contains("my-part").contains("my_part");
    assertThat(browser.get(page).body()).contains("{{ my_part }}").contains("&lt;b&gt;{{ x }}");
    HttpResponse<String> refused =
        submit(page + "/edit", Map.of("name", "my-part", "text", "{% if %}", "version", "1"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"text-error\"").contains("{% if %}");
    var edit = Map.of("name", "other", "text", "b", "version", "1");
    assertThat(location(submit(page + "/edit", edit))).isEqualTo(page);
    assertThat(submit(page + "/edit", edit).statusCode()).isEqualTo(409);
    assertThat(browser.get(page + "/delete").body()).contains("Delete snippet other?");
    assertThat(location(submit(page + "/delete", Map.of()))).isEqualTo("/snippets");
    assertThat(browser.get(page).statusCode()).isEqualTo(404);
  }

  @Test
  void aVariableSetIsMadeEditedAndDeleted() {
    String page =
        location(
            submit("/variable-sets", Map.of("name", "mirrors", "variables", "{\"m\": \"near\"}")));

    assertThat(browser.get("/variable-sets").body()).contains("mirrors");
    assertThat(browser.get(page).body()).contains("near");
    for (String wrong : new String[] {"{\"a\":\n1,}", "[]", "null"}) {
      HttpResponse<String> refused =
          submit(page + "/edit", Map.of("name", "m", "variables", wrong, "version", "1"));
      assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
      assertThat(refused.body()).as(wrong).contains("id=\"variables-error\"");
    }
    assertThat(
            submit(page + "/edit", Map.of("name", "m", "variables", "{\"a\":\n1,}", "version", "1"))
                .body())
        .contains("line 2");
    assertThat(location(submit(page + "/delete", Map.of()))).isEqualTo("/variable-sets");
  }

  @Test
  void noPageShowsASecretNotEvenTheRefusedForm() {
    var form = new LinkedHashMap<String, String>();
    form.put("name", "keys");
    form.put("secret", "true");
    form.put("variables", "{\"token\": \"" + CANARY + "\"}");
    String page = location(submit("/variable-sets", form));
    HttpResponse<String> refused = submit("/variable-sets", form);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("is taken").doesNotContain(CANARY);
    assertThat(browser.get(page).body()).contains("••••••").doesNotContain(CANARY);
    assertThat(browser.get(page + "/edit").body()).contains("••••••").doesNotContain(CANARY);
  }

  @Test
  void theBuildAndThePreviewShowScriptAndOrigins() {
    ApiClient alice = SERVER.alice();
    alice.post(
        "/api/v1/variable-sets",
        Map.of("name", "tokens", "secret", true, "variables", Map.of("token", CANARY)));
    alice.post(
        "/api/v1/worker-pools",
        Map.of("name", "general", "isolation", "none", "variables", Map.of("color", "pool")));
    long project =
        alice
            .post(
                "/api/v1/projects",
                Map.of(
                    "name", "told",
                    "script", "#!/bin/sh\necho {{ color }} {{ token }}\n",
                    "variables", Map.of("color", "<mine>"),
                    "variable_sets", List.of("tokens"),
                    "worker_pool", "general"))
            .json()
            .path("id")
            .asLong();
    String build = alice.post("/api/v1/projects/told/builds", Map.of()).header("Location");

    String preview = browser.get("/projects/" + project + "/preview").body();
    String page = browser.get(build.replace("/api/v1", "")).body();
    for (String shown : List.of(preview, page)) {
      assertThat(shown)
          .contains("echo &lt;mine&gt; ••••••")
          .contains("project 'told'")
          .contains("instead of")
          .contains("worker pool 'general'")
          .doesNotContain(CANARY);
    }
    alice.patch("/api/v1/projects/told", "\"1\"", Map.of("script", "#!/bin/sh\necho {{ colr }}\n"));
    assertThat(browser.get("/projects/" + project + "/preview").body())
        .contains("Template error")
        .contains("script:2:9: ")
        .contains("would fail at once");
    String broken = alice.post("/api/v1/projects/told/builds", Map.of()).header("Location");
    assertThat(browser.get(broken.replace("/api/v1", "")).body())
        .contains("template error on line 2: ")
        .contains("^^^^");
  }

  private HttpResponse<String> submit(String action, Map<String, String> fields) {
    var form = new LinkedHashMap<>(fields);
    form.put("_csrf", browser.csrf("/snippets/new"));
    return browser.submit(action, form);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
