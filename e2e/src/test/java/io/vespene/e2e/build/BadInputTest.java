package io.vespene.e2e.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.RestAnswer;
import io.vespene.e2e.rest.RestClient;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is refused with the field and the reason, and nothing of it is saved. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private static final Map<String, Object> GOOD =
      Map.of("name", "bad-input", "worker_pool", "general", "script", "#!/bin/sh\n");

  private final Installation installation = Installation.up();
  private final Api api = installation.api();

  @AfterAll
  void close() {
    installation.close();
  }

  @ParameterizedTest
  @CsvSource({
    "worker_pool, nowhere",
    "script, echo hello",
    "timeout, 0",
    "timeout, -5",
    "name, tutorial-hello",
    "repo_url, not a url",
    "repo_url, ext::sh -c id",
    "repo_url, --upload-pack=id",
    "repo_branch, -x",
    "repo_branch, a..b",
  })
  void aWrongFieldOfAProjectIsNamed(String field, String value) {
    var project = new HashMap<>(GOOD);
    project.put(field, field.equals("timeout") ? Integer.valueOf(value) : value);
    if (field.startsWith("repo_")) {
      project.put("scm_type", "git");
      project.putIfAbsent("repo_url", "https://example.org/hello.git");
    }

    RestAnswer answer = api.rest().post("/api/v1/projects", project).require(422);

    assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
    assertThat(answer.json().get("errors").get(0).get("reason").asString()).isNotBlank();
    api.rest().get("/api/v1/projects/bad-input").require(404);
  }

  @Test
  void aNameThatIsMuchTooLongIsRefused() {
    var project = new HashMap<>(GOOD);
    project.put("name", "x".repeat(100_000));

    api.rest().post("/api/v1/projects", project).require(422);
  }

  @Test
  void brokenJsonIsABadRequest() {
    api.rest().postText("/api/v1/projects", "{\"name\": ").require(400);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    api.rest().get("/api/v1/builds/999999").require(404);
    api.rest().get("/api/v1/projects/nothing").require(404);
    api.rest().post("/api/v1/projects/nothing/builds", Map.of()).require(404);
  }

  @Test
  void nobodyIsServedWithoutAToken() {
    new RestClient(installation.url(), "wrong").get("/api/v1/projects").require(401);
  }

  @Test
  void theClientSaysWhatIsWrongToo() {
    Command.Result result =
        installation
            .client(
                "project", "create", "bad-client", "--pool", "nowhere", "--script", "#!/bin/sh\n")
            .run();

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.errors()).contains("nowhere");
  }
}
