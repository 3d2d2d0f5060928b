package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.server.ApiClient.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** SSH keys and service logins, which go in and never come back. */
class SecretsApiTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private static final String KEYS = "/api/v1/ssh-keys";
  private static final String LOGINS = "/api/v1/service-logins";

  private final ApiClient alice = SERVER.alice();
  private final ApiClient carol = SERVER.carol();

  @BeforeEach
  void makePool() {
    alice.post("/api/v1/worker-pools", Map.of("name", "general", "isolation", "none"));
  }

  @Test
  void aKeyIsMadeEditedAndDeletedWithoutBeingShown() {
    String key = TestSshKey.locked();
    Answer made =
        carol.post(
            KEYS,
            Map.of(
                "name",
                "deploy",
                "private_key",
                key,
                "unlock_password",
                TestSshKey.UNLOCK_PASSWORD));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("type").asString()).isEqualTo("ssh-ed25519");
    assertThat(made.json().path("fingerprint").asString()).startsWith("SHA256:");
    assertThat(made.json().path("locked").asBoolean()).isTrue();

    Answer edited =
        carol.patch(KEYS + "/deploy", made.header("ETag"), Map.of("description", "for the site"));
    assertThat(edited.json().path("description").asString()).isEqualTo("for the site");
    assertThat(edited.json().path("public_key")).isEqualTo(made.json().path("public_key"));
    assertThat(carol.patch(KEYS + "/deploy", "\"1\"", Map.of()).status()).isEqualTo(412);

    for (Answer answer : List.of(made, edited, carol.get(KEYS), alice.get(KEYS + "/deploy"))) {
      assertThat(answer.response().body())
          .doesNotContain(TestSshKey.UNLOCK_PASSWORD)
          .doesNotContain("PRIVATE KEY")
          .doesNotContain("private_key");
    }
    assertThat(carol.delete(KEYS + "/deploy").status()).isEqualTo(204);
    assertThat(carol.get(KEYS + "/deploy").status()).isEqualTo(404);
  }

  @Test
  void refusalsNameTheFieldAndNotTheSecret() {
    String key = TestSshKey.locked();
    Answer wrong =
        carol.post(
            KEYS, Map.of("name", "x", "private_key", key, "unlock_password", "wrong-canary"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().at("/errors/0/field").asString()).isEqualTo("unlock_password");
    Answer noKey = carol.post(KEYS, Map.of("name", "x", "private_key", "canary"));
    assertThat(noKey.json().at("/errors/0/field").asString()).isEqualTo("private_key");
    Answer odd = carol.postText(KEYS, "{\"name\":\"x\",\"private_key\":[\"canary\"]}");
    assertThat(odd.status()).isEqualTo(400);
    Answer cut = carol.postText(KEYS, "{\"name\":\"x\",\"private_key\":\"canary");
    assertThat(cut.status()).isEqualTo(400);
    for (Answer answer : List.of(wrong, noKey, odd, cut)) {
      assertThat(answer.response().body()).doesNotContain("canary");
    }
  }

  @Test
  void aLoginIsMadeEditedAndDeletedWithoutItsPassword() {
    Answer made =
        carol.post(LOGINS, Map.of("name", "hub", "username", "bot", "password", "password-canary"));
    assertThat(made.status()).isEqualTo(201);
    Answer edited = carol.patch(LOGINS + "/hub", "*", Map.of("username", "robot"));
    assertThat(edited.json().path("username").asString()).isEqualTo("robot");
    for (Answer answer : List.of(made, edited, carol.get(LOGINS), alice.get(LOGINS + "/hub"))) {
      assertThat(answer.response().body()).doesNotContain("canary").doesNotContain("password");
    }
    assertThat(carol.post(LOGINS, Map.of("name", "hub2")).json().at("/errors/0/field").asString())
        .isEqualTo("password");
    assertThat(carol.delete(LOGINS + "/hub").status()).isEqualTo(204);
  }

  @Test
  void othersMayNeitherChangeNorAttachThem() {
    alice.post(KEYS, Map.of("name", "alices", "private_key", TestSshKey.unlocked()));
    alice.post(LOGINS, Map.of("name", "alices", "username", "a", "password", "b"));

    assertThat(carol.patch(KEYS + "/alices", "*", Map.of()).status()).isEqualTo(403);
    assertThat(carol.delete(KEYS + "/alices").status()).isEqualTo(403);
    assertThat(carol.patch(LOGINS + "/alices", "*", Map.of()).status()).isEqualTo(403);
    assertThat(carol.delete(LOGINS + "/alices").status()).isEqualTo(403);
    Answer thief =
        carol.post(
            "/api/v1/projects",
            Map.of(
                "name", "thief",
                "script", "#!/bin/sh\n",
                "worker_pool", "general",
                "ssh_keys", List.of("alices"),
                "service_login", "alices"));
    assertThat(thief.status()).isEqualTo(422);
    assertThat(thief.json().at("/errors/0/field").asString()).isEqualTo("ssh_keys");
    assertThat(thief.json().at("/errors/1/field").asString()).isEqualTo("service_login");
  }

  @Test
  void aProjectNamesItsKeysInOrderAndKeepsThemFromDeletion() {
    for (String name : List.of("second", "first")) {
      alice.post(KEYS, Map.of("name", name, "private_key", TestSshKey.unlocked()));
    }
    alice.post(LOGINS, Map.of("name", "login", "username", "a", "password", "b"));
    Answer made =
        alice.post(
            "/api/v1/projects",
            Map.of(
                "name", "site",
                "script", "#!/bin/sh\n",
                "worker_pool", "general",
                "repo_url", "https://git.example.com/a.git",
                "ssh_keys", List.of("first", "second"),
                "service_login", "login"));
    assertThat(made.json().path("ssh_keys").toString()).isEqualTo("[\"first\",\"second\"]");
    assertThat(made.json().path("service_login").asString()).isEqualTo("login");

    Answer used = alice.delete(KEYS + "/first");
    assertThat(used.status()).isEqualTo(409);
    assertThat(used.json().path("detail").asString())
        .isEqualTo("SSH key 'first' is used by project 'site'");
    assertThat(alice.delete(LOGINS + "/login").status()).isEqualTo(409);

    alice.patch("/api/v1/projects/site", "*", Map.of("ssh_keys", List.of(), "service_login", ""));
    assertThat(alice.delete(KEYS + "/first").status()).isEqualTo(204);
    assertThat(alice.delete(LOGINS + "/login").status()).isEqualTo(204);
    Answer gone = alice.patch("/api/v1/projects/site", "*", Map.of("ssh_keys", List.of("first")));
    assertThat(gone.json().at("/errors/0/field").asString()).isEqualTo("ssh_keys");
  }
}
