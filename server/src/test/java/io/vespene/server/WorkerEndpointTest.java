package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.server.ApiClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The worker protocol, spoken by hand. Each test has a pool and a worker of its own. */
class WorkerEndpointTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private final ApiClient alice = SERVER.alice();

  @Test
  void aBuildGoesFromQueueToSuccess() {
    WorkerSide worker = workerOf("whole");
    long build = start("whole");

    Answer poll = worker.poll(1, 5_000, List.of());
    assertThat(poll.status()).isEqualTo(200);
    assertThat(poll.json().at("/assignments/0/build").asLong()).isEqualTo(build);
    assertThat(poll.json().at("/assignments/0/script").asString()).startsWith("#!/bin/sh");
    int epoch = poll.json().at("/assignments/0/epoch").asInt();
    assertThat(worker.acknowledge(build, epoch).status()).isEqualTo(204);
    assertThat(status(build)).isEqualTo("RUNNING");

    Answer logged = worker.log(build, epoch, WorkerSide.output(List.of("one", "zwei ✓")));
    assertThat(logged.json().path("next_sequence").asLong()).isEqualTo(2);
    assertThat(worker.finish(build, epoch, 2).json().path("status").asString())
        .isEqualTo("SUCCESS");

    assertThat(status(build)).isEqualTo("SUCCESS");
    assertThat(alice.get("/api/v1/builds/" + build).json().path("trigger_outcomes").toString())
        .contains("\"name\":\"announce\"", "\"ok\":false", "\"message\":\"no answer\"");
    Answer raw = alice.get("/api/v1/builds/" + build + "/log");
    assertThat(raw.header("Content-Type")).startsWith("text/plain");
    assertThat(raw.text()).isEqualTo("one\nzwei ✓\n");
    assertThat(alice.get("/api/v1/builds/" + build + "/log?from=2&limit=5").text())
        .contains("\"number\":2")
        .contains("\"text\":\"zwei ✓\"")
        .contains("\"newline\":true")
        .doesNotContain("one");
  }

  @Test
  void aHeldPollIsAnsweredAsSoonAsABuildIsQueued() throws Exception {
    WorkerSide worker = workerOf("held");
    var poll = CompletableFuture.supplyAsync(() -> worker.poll(1, 10_000, List.of()));
    Instant before = Instant.now();

    long build = start("held");

    Answer answer = poll.get(5, TimeUnit.SECONDS);
    assertThat(answer.json().at("/assignments/0/build").asLong()).isEqualTo(build);
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void aStopReachesAHeldPoll() throws Exception {
    WorkerSide worker = workerOf("stopped");
    long build = start("stopped");
    worker.poll(1, 5_000, List.of());
    worker.acknowledge(build, 1);
    List<Map<String, Object>> holding = List.of(Map.of("build", build, "epoch", 1));
    var poll = CompletableFuture.supplyAsync(() -> worker.poll(0, 10_000, holding));

    alice.post("/api/v1/builds/" + build + "/stop", Map.of());

    Answer answer = poll.get(5, TimeUnit.SECONDS);
    assertThat(answer.json().at("/stops/0/build").asLong()).isEqualTo(build);
    assertThat(answer.json().at("/stops/0/reason").asString()).isEqualTo("stopped by alice");
    assertThat(worker.finish(build, 1, 0).json().path("status").asString()).isEqualTo("ABORTED");
  }

  @Test
  void whoeverDoesNotHoldABuildChangesNothing() {
    WorkerSide worker = workerOf("fenced");
    WorkerSide other = workerOf("fenced-other");
    long build = start("fenced");
    worker.poll(1, 5_000, List.of());
    byte[] frames = WorkerSide.output(List.of("x"));

    assertThat(other.acknowledge(build, 1).status()).isEqualTo(409);
    assertThat(worker.acknowledge(build, 2).status()).isEqualTo(409);
    assertThat(worker.withProcess("ghost").acknowledge(build, 1).status()).isEqualTo(409);
    assertThat(status(build)).isEqualTo("QUEUED");

    assertThat(worker.acknowledge(build, 1).status()).isEqualTo(204);
    assertThat(other.log(build, 1, frames).status()).isEqualTo(409);
    assertThat(worker.log(build, 2, frames).status()).isEqualTo(409);
    assertThat(other.finish(build, 1, 0).status()).isEqualTo(409);
    assertThat(worker.withProcess("ghost").finish(build, 1, 0).status()).isEqualTo(409);
    assertThat(status(build)).isEqualTo("RUNNING");
    assertThat(worker.finish(build, 1, 0).status()).isEqualTo(200);
    assertThat(worker.log(build, 1, frames).status()).isEqualTo(409);
  }

  @Test
  void aFinishWaitsForTheWholeLog() {
    WorkerSide worker = workerOf("whole-log");
    long build = start("whole-log");
    worker.poll(1, 5_000, List.of());
    worker.acknowledge(build, 1);

    assertThat(worker.finish(build, 1, 2).status()).isEqualTo(503);
    assertThat(status(build)).isEqualTo("RUNNING");

    worker.log(build, 1, WorkerSide.output(List.of("x")));
    assertThat(worker.finish(build, 1, 2).status()).isEqualTo(200);
  }

  @Test
  void bytesThatAreNotLogFramesAreRefused() {
    WorkerSide worker = workerOf("garbage");
    long build = start("garbage");
    worker.poll(1, 5_000, List.of());
    worker.acknowledge(build, 1);

    assertThat(worker.log(build, 1, new byte[] {1, 2, 3}).status()).isEqualTo(400);
    assertThat(worker.log(build, 1, new byte[9 * 1024 * 1024]).status()).isEqualTo(413);
    assertThat(worker.log(build, 1, new byte[0]).json().path("next_sequence").asLong()).isZero();
  }

  @Test
  void unknownTokensAreRefused() {
    Answer refused =
        alice.sendAnonymous(
            "/worker/v1/enrol", Map.of("pool_tokens", List.of("vsp_wrong"), "name", "w"));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void aProcessThatNeverRegisteredIsToldSo() {
    WorkerSide worker = workerOf("unregistered");

    assertThat(worker.withProcess("another").poll(1, 0, List.of()).status()).isEqualTo(409);
  }

  @Test
  void aWorkerThatLeavesIsShownSo() {
    WorkerSide worker = workerOf("leaving");

    assertThat(worker.leave().status()).isEqualTo(204);

    assertThat(alice.get("/api/v1/workers/leaving").json().path("state").asString())
        .isEqualTo("OFFLINE");
  }

  @Test
  void aSuperuserDrainsAWorkerAndLetsItGoOn() {
    WorkerSide worker = workerOf("drained");
    worker.poll(2, 0, List.of());

    assertThat(SERVER.carol().post("/api/v1/workers/drained/drain", Map.of()).status())
        .isEqualTo(403);
    Answer drained = alice.post("/api/v1/workers/drained/drain", Map.of());
    assertThat(drained.json().path("state").asString()).isEqualTo("DRAINING");
    assertThat(worker.poll(2, 0, List.of()).json().path("drain").asBoolean()).isTrue();
    alice.post("/api/v1/workers/drained/resume", Map.of());
    assertThat(worker.poll(2, 0, List.of()).json().path("drain").asBoolean()).isFalse();
  }

  private WorkerSide workerOf(String pool) {
    alice.post("/api/v1/worker-pools", Map.of("name", pool, "isolation", "none"));
    alice.post(
        "/api/v1/projects",
        Map.of("name", pool, "script", "#!/bin/sh\necho x\n", "worker_pool", pool));
    return WorkerSide.join(SERVER, pool, pool);
  }

  private long start(String project) {
    return alice
        .post("/api/v1/projects/" + project + "/builds", Map.of())
        .json()
        .path("id")
        .asLong();
  }

  private String status(long build) {
    return alice.get("/api/v1/builds/" + build).json().path("status").asString();
  }
}
