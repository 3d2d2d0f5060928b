package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.server.ApiClient.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class VariableApiTest {
  private static final String CANARY = "s3cret-canary";

  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private final ApiClient alice = SERVER.alice();

  @BeforeAll
  static void haveAPoolWithVariables() {
    ApiClient alice = SERVER.alice();
    alice.post(
        "/api/v1/variable-sets",
        Map.of("name", "mirrors", "variables", Map.of("mirror", "near", "color", "set")));
    Answer pool =
        alice.post(
            "/api/v1/worker-pools",
            Map.of(
                "name",
                "general",
                "isolation",
                "none",
                "variables",
                Map.of("color", "pool"),
                "variable_sets",
                List.of("mirrors")));
    assertThat(pool.status()).as(pool.text()).isEqualTo(201);
    assertThat(pool.json().path("variable_sets").path(0).asString()).isEqualTo("mirrors");
  }

  @Test
  void aSnippetIsMadeReadChangedAndDeleted() {
    Answer made =
        alice.post("/api/v1/snippets", Map.of("name", "say hello-1", "text", "echo {{ who }}"));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("variable_name").asString()).isEqualTo("say_hello_1");
    String path = made.header("Location");
    Answer changed = alice.patch(path, "\"1\"", Map.of("text", "echo"));
    assertThat(changed.json().path("text").asString()).isEqualTo("echo");
    assertThat(changed.json().path("name").asString()).isEqualTo("say hello-1");
    assertThat(alice.patch(path, "\"1\"", Map.of("text", "x")).status()).isEqualTo(412);
    Answer refused = alice.patch(path, "\"2\"", Map.of("text", "a\n{% if %}"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("\"text\"").contains("line 2");
    assertThat(alice.get("/api/v1/snippets").text()).contains("say hello-1");
    assertThat(alice.delete(path).status()).isEqualTo(204);
    assertThat(alice.get(path).status()).isEqualTo(404);
  }

  @Test
  void secretValuesNeverComeBack() {
    Answer made = set("keys", Map.of("token", CANARY, "second", "another-secret"));
    String path = made.header("Location");
    Answer kept =
        alice.patch(
            path, "\"1\"", Map.of("variables", Map.of("token", "••••••", "third", "third-secret")));

    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    assertThat(kept.json().path("variables").path("token").asString()).isEqualTo("••••••");
    Answer refused =
        alice.patch(path, "\"2\"", Map.of("secret", false, "description", "now in the open"));
    assertThat(refused.status()).isEqualTo(422);
    for (Answer answer :
        List.of(made, kept, refused, alice.get(path), alice.get("/api/v1/variable-sets"))) {
      assertThat(answer.text()).doesNotContain(CANARY).doesNotContain("-secret");
    }
  }

  @Test
  void onlyWhoMadeASecretSetAttachesIt() {
    set("alices keys", Map.of("token", "hers-alone"));
    ApiClient carol = SERVER.carol();
    Map<String, @Nullable Object> project = project("carols", "#!/bin/sh\n", "alices keys");

    Answer refused = carol.post("/api/v1/projects", project);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("variable_sets").contains("only alice or a superuser");
    project.put("variable_sets", List.of("mirrors"));
    assertThat(carol.post("/api/v1/projects", project).status()).isEqualTo(201);
    Answer edit =
        carol.patch(
            "/api/v1/projects/carols", "\"1\"", Map.of("variable_sets", List.of("alices keys")));
    assertThat(edit.status()).isEqualTo(422);
  }

  @Test
  void aSetInUseIsNotDeletedAndAnUnknownOneNotAttached() {
    Answer conflict = alice.delete("/api/v1/variable-sets/mirrors");
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.text()).contains("is used by").contains("worker pool 'general'");

    Answer unknown = alice.post("/api/v1/projects", project("x", "#!/bin/sh\n", "nowhere"));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.text()).contains("variable_sets").contains("unlike 'nowhere'");
  }

  @Test
  void aBuildTellsItsScriptItsVariablesAndWhereTheyAreFrom() {
    set("tokens", Map.of("token", CANARY));
    alice.post("/api/v1/snippets", Map.of("name", "fetch-it", "text", "fetch {{ mirror }}"));
    Map<String, @Nullable Object> project =
        project("told", "#!/bin/sh\n{{ fetch_it }} {{ color }} {{ token }}\n", "tokens");
    project.put("variables", Map.of("color", "mine"));
    assertThat(alice.post("/api/v1/projects", project).status()).isEqualTo(201);

    JsonNode preview = alice.get("/api/v1/projects/told/preview").json();
    Answer started = alice.post("/api/v1/projects/told/builds", Map.of());
    String path = started.header("Location");

    JsonNode build = alice.get(path).json();
    for (JsonNode told : List.of(preview, started.json(), build)) {
      assertThat(told.path("script").asString()).isEqualTo("#!/bin/sh\nfetch near mine ••••••\n");
      assertThat(told.path("variables").path("color").asString()).isEqualTo("mine");
      assertThat(told.path("variables").path("token").asString()).isEqualTo("••••••");
      JsonNode color = told.path("variable_origins").path("color");
      assertThat(color.path("level").asString()).isEqualTo("project");
      assertThat(color.path("name").asString()).isEqualTo("told");
      assertThat(color.path("shadowed").path(0).path("value").asString()).isEqualTo("pool");
      assertThat(color.path("shadowed").path(1).path("variable_set").asString())
          .isEqualTo("mirrors");
      assertThat(told.path("variable_origins").path("fetch_it").path("level").asString())
          .isEqualTo("snippet");
      assertThat(told.toString()).doesNotContain(CANARY);
    }
    assertThat(build.path("output_variables").isObject()).isTrue();
    JsonNode listed = alice.get("/api/v1/builds?project=told").json().path("items").path(0);
    assertThat(listed.path("script").isNull()).isTrue();
  }

  @Test
  void aTemplateErrorIsToldAtOnceAndInThePreview() {
    alice.post("/api/v1/projects", project("broken", "#!/bin/sh\n\n\necho {{ colr }}\n"));

    Answer preview = alice.get("/api/v1/projects/broken/preview");
    Answer build = alice.post("/api/v1/projects/broken/builds", Map.of());

    assertThat(preview.status()).isEqualTo(200);
    JsonNode failure = preview.json().path("failure");
    assertThat(failure.path("line").asInt()).isEqualTo(4);
    assertThat(failure.path("reason").asString())
        .startsWith("template error on line 4: 'colr' is undefined");
    assertThat(failure.path("picture").asString()).contains("^^^^");
    assertThat(preview.json().path("script").isNull()).isTrue();
    assertThat(build.status()).isEqualTo(201);
    assertThat(build.json().path("reason").asString()).isEqualTo(failure.path("reason").asString());
  }

  private Answer set(String name, Map<String, @Nullable Object> secrets) {
    Answer made =
        alice.post(
            "/api/v1/variable-sets", Map.of("name", name, "secret", true, "variables", secrets));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made;
  }

  private static Map<String, @Nullable Object> project(String name, String script, String... sets) {
    var project = new LinkedHashMap<String, @Nullable Object>();
    project.put("name", name);
    project.put("script", script);
    project.put("worker_pool", "general");
    project.put("variable_sets", List.of(sets));
    return project;
  }
}
