package io.vespene.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.cli.RunProgram.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SSH keys and service logins: their secrets come from files and from standard input. */
@Timeout(60)
class SecretsClientTest {
  private static final String KEY =
      """
      {"id":3,"name":"deploy","description":"","type":"ssh-ed25519","fingerprint":"SHA256:abc",
       "public_key":"ssh-ed25519 AAAA","locked":true,"created_by":"alice",
       "created_at":"2026-01-02T03:04:05Z","version":2}
      """;
  private static final String LOGIN =
      """
      {"id":5,"name":"hub","description":"","username":"bot","created_by":"alice",
       "created_at":"2026-01-02T03:04:05Z","version":2}
      """;

  @TempDir private Path directory;
  private final RestServer server;

  SecretsClientTest() throws Exception {
    server = new RestServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aKeyComesFromAFileAndItsPasswordFromStandardInput() throws Exception {
    server.on("POST /api/v1/ssh-keys", 201, KEY);
    Path file = Files.writeString(directory.resolve("key"), "the key\n");

    Result result =
        client()
            .typing("open sesame\n")
            .run(
                "ssh-key",
                "create",
                "deploy",
                "--private-key",
                file.toString(),
                "--unlock-password-file",
                "-");

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("Created SSH key deploy.\n");
    assertThat(server.request().body())
        .isEqualTo(
            "{\"name\":\"deploy\",\"private_key\":\"the key\\n\",\"unlock_password\":\"open sesame\"}");
  }

  @Test
  void aKeyWithoutAPrivateKeyIsNotMade() {
    Result result = client().run("ssh-key", "create", "deploy");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--private-key");
    Result both =
        client().run("ssh-key", "create", "a", "--private-key", "-", "--unlock-password-file", "-");
    assertThat(both.exitCode()).isEqualTo(2);
  }

  @Test
  void keysAreListedShownEditedAndDeleted() {
    server
        .on("GET /api/v1/ssh-keys?limit=200", 200, Resources.page(KEY))
        .on("GET /api/v1/ssh-keys/deploy", 200, KEY)
        .on("PATCH /api/v1/ssh-keys/3", 200, KEY)
        .on("DELETE /api/v1/ssh-keys/deploy", 204, "");
    assertThat(client().run("ssh-key", "list").out())
        .containsPattern("deploy +ssh-ed25519 +yes +SHA256:abc");
    assertThat(client().run("ssh-key", "show", "deploy").out()).contains("ssh-ed25519 AAAA");
    assertThat(client().run("ssh-key", "edit", "deploy", "--description", "x").out())
        .isEqualTo("Saved SSH key deploy.\n");
    assertThat(client().run("ssh-key", "delete", "deploy").out())
        .isEqualTo("Deleted SSH key deploy.\n");
  }

  @Test
  void aPasswordComesFromStandardInputAndNobodyIsAskedWithoutATerminal() {
    server.on("POST /api/v1/service-logins", 201, LOGIN);

    Result result =
        client()
            .typing("s3cret\n")
            .run("service-login", "create", "hub", "--username", "bot", "--password-file", "-");

    assertThat(result.out()).isEqualTo("Created service login hub.\n");
    assertThat(server.request().body())
        .isEqualTo("{\"name\":\"hub\",\"username\":\"bot\",\"password\":\"s3cret\"}");
    Result asked = client().run("service-login", "create", "hub", "--username", "bot");
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err()).contains("--password-file");
  }

  @Test
  void loginsAreListedShownEditedAndDeleted() {
    server
        .on("GET /api/v1/service-logins?limit=200", 200, Resources.page(LOGIN))
        .on("GET /api/v1/service-logins/hub", 200, LOGIN)
        .on("PATCH /api/v1/service-logins/5", 200, LOGIN)
        .on("DELETE /api/v1/service-logins/hub", 204, "");
    assertThat(client().run("service-login", "list").out()).containsPattern("hub +bot");
    assertThat(client().run("service-login", "show", "hub").out()).contains("bot");
    assertThat(client().run("service-login", "edit", "hub", "--username", "robot").out())
        .isEqualTo("Saved service login hub.\n");
    assertThat(client().run("service-login", "delete", "hub").out())
        .isEqualTo("Deleted service login hub.\n");
  }

  private RunProgram client() {
    return new RunProgram().with("VESPENE_URL", server.url()).with("VESPENE_TOKEN", "secret");
  }
}
