package io.vespene.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.server.ApiClient.Answer;
import java.net.URLEncoder;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectApiTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private static final String PROJECTS = "/api/v1/projects";
  private static final String SCRIPT = "#!/bin/sh\necho hello\n";

  private final ApiClient alice = SERVER.alice();
  private final ApiClient carol = SERVER.carol();

  @BeforeAll
  static void makeAPool() {
    SERVER.alice().post("/api/v1/worker-pools", Map.of("name", "linux", "isolation", "none"));
  }

  @Test
  void aProjectIsMadeWithDefaultsAndFoundByNameAndNumber() {
    Answer made = create(alice, "hello world");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    assertThat(made.json().path("timeout").asInt()).isEqualTo(60);
    assertThat(made.json().path("scm_type").asString()).isEqualTo("none");
    assertThat(made.json().path("created_by").asString()).isEqualTo("alice");
    assertThat(made.json().path("last_build").isNull()).isTrue();
    assertThat(alice.get(made.header("Location")).json()).isEqualTo(made.json());
    assertThat(alice.get(PROJECTS + "/hello%20world").json()).isEqualTo(made.json());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a?b",
        "a#b",
        "a&b=c",
        "a+b",
        "a:b@c",
        "a..b",
        ".hidden",
        "\"q\" <b>",
        "déjà vu 漢字 🚀",
        "*",
        "new"
      })
  void aProjectIsFoundByWhateverName(String name) {
    Answer made = create(alice, name);
    String address = PROJECTS + "/" + URLEncoder.encode(name, UTF_8).replace("+", "%20");

    assertThat(made.status()).isEqualTo(201);
    assertThat(alice.get(address).json()).isEqualTo(made.json());
    assertThat(alice.post(address + "/builds", Map.of()).json().path("project").asString())
        .isEqualTo(name);
    assertThat(
            alice
                .get("/api/v1/builds?project=" + URLEncoder.encode(name, UTF_8))
                .json()
                .path("items")
                .size())
        .isEqualTo(1);
  }

  @Test
  void theLongestNameIsFoundToo() {
    String name = "漢".repeat(200);
    Answer made = create(alice, name);

    assertThat(alice.get(PROJECTS + "/" + URLEncoder.encode(name, UTF_8)).json())
        .isEqualTo(made.json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "/", "a\\b", "a;b", "100%", "a%2fb", ".", "..", "a\u2028b"})
  void aNameThatCanBeNoAddressIsRefused(String name) {
    Answer refused = create(alice, name);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("must not contain any of / \\\\ ; %");
  }

  @Test
  void aRepositoryAloneMeansGit() {
    Answer made =
        alice.post(
            PROJECTS,
            Map.of(
                "name", "cloned",
                "script", SCRIPT,
                "worker_pool", "linux",
                "repo_url", "https://git.example/app.git"));

    assertThat(made.json().path("scm_type").asString()).isEqualTo("git");
  }

  @Test
  void aBuildOfACertainRevisionIsStarted() {
    alice.post(
        PROJECTS,
        Map.of(
            "name", "revised",
            "script", SCRIPT,
            "worker_pool", "linux",
            "scm_type", "svn",
            "repo_branch", "branches/1.x",
            "repo_url", "svn://svn.example/app"));

    assertThat(alice.post(PROJECTS + "/revised/builds", Map.of("revision", "1234")).status())
        .isEqualTo(201);
    Answer refused = alice.post(PROJECTS + "/revised/builds", Map.of("revision", "-rHEAD"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("revision");
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    Answer refused =
        alice.post(
            PROJECTS,
            Map.of("script", "echo no interpreter", "timeout", 0, "worker_pool", "nowhere"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").findValuesAsString("field"))
        .contains("name", "script", "timeout", "worker_pool");
  }

  @Test
  void aNameIsTakenOnce() {
    create(alice, "twice");

    Answer refused = create(alice, "twice");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("name");
  }

  @Test
  void anEditChangesWhatItNames() {
    create(alice, "edited");

    Answer edited =
        alice.patch(PROJECTS + "/edited", "\"1\"", Map.of("timeout", 5, "description", "new"));

    assertThat(edited.status()).isEqualTo(200);
    assertThat(edited.header("ETag")).isEqualTo("\"2\"");
    assertThat(edited.json().path("timeout").asInt()).isEqualTo(5);
    assertThat(edited.json().path("script").asString()).isEqualTo(SCRIPT);
  }

  @Test
  void aLostUpdateIsRefused() {
    create(alice, "raced");
    alice.patch(PROJECTS + "/raced", "\"1\"", Map.of("timeout", 5));

    Answer late = alice.patch(PROJECTS + "/raced", "\"1\"", Map.of("timeout", 6));

    assertThat(late.status()).isEqualTo(412);
    assertThat(alice.get(PROJECTS + "/raced").json().path("timeout").asInt()).isEqualTo(5);
  }

  @Test
  void onlyWhoMadeItAndSuperusersMayTouchAProject() {
    create(alice, "alices");
    create(carol, "carols");

    assertThat(carol.patch(PROJECTS + "/alices", "*", Map.of("timeout", 5)).status())
        .isEqualTo(403);
    assertThat(carol.delete(PROJECTS + "/alices").status()).isEqualTo(403);
    assertThat(carol.post(PROJECTS + "/alices/builds", Map.of()).status()).isEqualTo(403);
    assertThat(carol.get(PROJECTS + "/alices").status()).isEqualTo(200);
    assertThat(alice.patch(PROJECTS + "/carols", "*", Map.of("timeout", 5)).status())
        .isEqualTo(200);
    assertThat(carol.delete(PROJECTS + "/carols").status()).isEqualTo(204);
    assertThat(carol.get(PROJECTS + "/carols").status()).isEqualTo(404);
  }

  @Test
  void aListIsReadInParts() {
    create(alice, "list a");
    create(alice, "list b");
    create(alice, "list c");

    Answer first = alice.get(PROJECTS + "?limit=2&cursor=list");

    assertThat(first.json().path("items").findValuesAsString("name"))
        .containsExactly("list a", "list b");
    String next = first.json().path("next").asString().replace(" ", "%20");
    Answer second = alice.get(PROJECTS + "?limit=1&cursor=" + next);
    assertThat(second.json().path("items").findValuesAsString("name")).containsExactly("list c");
  }

  @Test
  void aBuildIsStartedAndStopped() {
    create(carol, "started");

    Answer build = carol.post(PROJECTS + "/started/builds", Map.of("answers", Map.of()));

    assertThat(build.status()).isEqualTo(201);
    assertThat(build.json().path("status").asString()).isEqualTo("QUEUED");
    assertThat(build.json().path("waiting").asString())
        .contains("no worker is serving pool 'linux'");
    assertThat(build.json().path("requested_by").asString()).isEqualTo("carol");
    String path = build.header("Location");
    assertThat(alice.get(path).json().path("project").asString()).isEqualTo("started");

    Answer stopped = alice.post(path + "/stop", Map.of());

    assertThat(stopped.status()).isEqualTo(202);
    assertThat(stopped.json().path("status").asString()).isEqualTo("ABORTED");
    assertThat(stopped.json().path("reason").asString()).isEqualTo("stopped by alice");
    assertThat(alice.post(path + "/stop", Map.of()).status()).isEqualTo(409);
    assertThat(
            alice.get("/api/v1/builds?project=started&status=aborted").json().path("items").size())
        .isEqualTo(1);
  }

  @Test
  void answersToQuestionsThatNobodyAskedAreRefused() {
    create(alice, "silent");

    Answer refused =
        alice.post(PROJECTS + "/silent/builds", Map.of("answers", Map.of("size", "big")));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("answers");
  }

  private static Answer create(ApiClient client, String name) {
    return client.post(PROJECTS, Map.of("name", name, "script", SCRIPT, "worker_pool", "linux"));
  }
}
