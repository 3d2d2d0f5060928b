package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.server.ApiClient.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PoolApiTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private static final String POOLS = "/api/v1/worker-pools";

  private final ApiClient alice = SERVER.alice();
  private final ApiClient carol = SERVER.carol();

  @Test
  void aPoolIsMadeEditedAndDeleted() {
    Answer made = alice.post(POOLS, Map.of("name", "mac", "isolation", "none"));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("permissions").asString()).isEqualTo("0770");
    assertThat(made.json().path("online_workers").asInt()).isZero();

    Answer edited = alice.patch(POOLS + "/mac", made.header("ETag"), Map.of("permissions", "0750"));
    assertThat(edited.json().path("permissions").asString()).isEqualTo("0750");
    assertThat(edited.json().path("isolation").asString()).isEqualTo("none");
    assertThat(alice.patch(POOLS + "/mac", "\"1\"", Map.of("description", "x")).status())
        .isEqualTo(412);

    assertThat(alice.delete(POOLS + "/mac").status()).isEqualTo(204);
    assertThat(alice.get(POOLS + "/mac").status()).isEqualTo(404);
  }

  @Test
  void permissionsAreOctalDigits() {
    Answer refused = alice.post(POOLS, Map.of("name", "odd", "permissions", "rwx"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("permissions");
  }

  @Test
  void aPoolThatIsUsedStays() {
    alice.post(POOLS, Map.of("name", "used", "isolation", "none"));
    alice.post(
        "/api/v1/projects",
        Map.of("name", "user of it", "script", "#!/bin/sh\n", "worker_pool", "used"));

    assertThat(alice.delete(POOLS + "/used").status()).isEqualTo(409);
  }

  @Test
  void onlySuperusersChangePoolsAndSeeTokens() {
    alice.post(POOLS, Map.of("name", "guarded", "isolation", "none"));

    assertThat(carol.get(POOLS).status()).isEqualTo(200);
    assertThat(carol.post(POOLS, Map.of("name", "x")).status()).isEqualTo(403);
    assertThat(carol.patch(POOLS + "/guarded", "*", Map.of()).status()).isEqualTo(403);
    assertThat(carol.delete(POOLS + "/guarded").status()).isEqualTo(403);
    assertThat(carol.get(POOLS + "/guarded/tokens").status()).isEqualTo(403);
    assertThat(carol.post(POOLS + "/guarded/tokens", Map.of()).status()).isEqualTo(403);
  }

  @Test
  void aTokenIsShownOnceAndCanBeRevoked() {
    alice.post(POOLS, Map.of("name", "tokens", "isolation", "none"));

    Answer issued = alice.post(POOLS + "/tokens/tokens", Map.of());

    assertThat(issued.status()).isEqualTo(201);
    assertThat(issued.json().path("token").asString()).startsWith("vsp_");
    assertThat(issued.json().path("created_by").asString()).isEqualTo("alice");
    Answer listed = alice.get(POOLS + "/tokens/tokens");
    assertThat(listed.json().at("/items/0/token").isNull()).isTrue();
    assertThat(listed.text()).doesNotContain(issued.json().path("token").asString());

    String path = POOLS + "/tokens/tokens/" + issued.json().path("id").asLong();
    assertThat(alice.delete(path).status()).isEqualTo(204);
    assertThat(alice.get(POOLS + "/tokens/tokens").json().at("/items/0/revoked_at").isNull())
        .isFalse();
  }
}
