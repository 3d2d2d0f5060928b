package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.server.ApiClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of bodies that are not what an endpoint takes. */
class JsonTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private final ApiClient alice = SERVER.alice();

  @Test
  void malformedJsonIsRefusedWithItsPosition() {
    Answer answer = alice.postText("/api/v1/projects", "{\n  \"name\": oops}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("detail").asString())
        .isEqualTo("malformed JSON at line 2, column 11");
    assertThat(answer.json().path("title").asString()).isEqualTo("Bad Request");
    assertThat(answer.json().has("errors")).isFalse();
  }

  @Test
  void unknownFieldsAreRefusedByName() {
    Answer answer = alice.post("/api/v1/projects", Map.of("name", "x", "scripd", "#!/bin/sh"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("scripd");
    assertThat(answer.json().at("/errors/0/reason").asString()).isEqualTo("unknown field");
  }

  @Test
  void fieldsOfTheWrongTypeAreRefusedByName() {
    Answer answer = alice.post("/api/v1/projects", Map.of("name", "x", "timeout", "soon"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("timeout");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"text\"",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{} {}",
        "{\"timeout\":1.5}",
        "{\"timeout\":99999999999}",
      })
  void otherThingsThanOneObjectAreRefused(String body) {
    assertThat(alice.postText("/api/v1/projects", body).status()).isEqualTo(400);
  }

  @Test
  void deeplyNestedJsonIsRefused() {
    String deep = "{\"variables\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThat(alice.postText("/api/v1/projects", deep).status()).isEqualTo(400);
  }

  @Test
  void largeBodiesAreRefusedWhetherOrNotTheySayTheirSize() {
    String large = "{\"script\":\"" + "x".repeat(2_000_000) + "\"}";

    assertThat(alice.postText("/api/v1/projects", large).status()).isEqualTo(413);
    Answer chunked =
        alice.send(
            alice
                .request("/api/v1/projects")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofInputStream(() ->
                        new java.io.ByteArrayInputStream(
                            large.getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
    assertThat(chunked.status()).isEqualTo(413);
  }

  @Test
  void otherFormatsAreRefused() {
    Answer answer =
        alice.send(
            alice
                .request("/api/v1/projects")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<name/>")));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.json().path("status").asInt()).isEqualTo(415);
  }

  @Test
  void otherMethodsAreRefusedWithThoseThatWork() {
    Answer answer = alice.delete("/api/v1/projects");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET, POST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/projects/nothing",
        "/api/v1/builds/1",
        "/api/v1/builds/one",
        "/api/v1/builds/1/log",
        "/api/v1/worker-pools/nothing",
        "/api/v1/nothing",
      })
  void whatDoesNotExistIsNotFound(String path) {
    Answer answer = alice.get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("title").asString()).isEqualTo("Not Found");
  }

  @Test
  void parametersOutOfRangeAreNamed() {
    assertThat(alice.get("/api/v1/builds?limit=0").status()).isEqualTo(422);
    assertThat(alice.get("/api/v1/builds?limit=many").json().at("/errors/0/field").asString())
        .isEqualTo("limit");
    assertThat(alice.get("/api/v1/builds?status=DONE").json().at("/errors/0/reason").asString())
        .contains("ORPHANED");
    assertThat(alice.get("/api/v1/builds?cursor=x").status()).isEqualTo(422);
  }
}
