package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What browsers are told while they watch. */
class LiveTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private static WorkerSide worker;
  private static long project;

  private final Browser browser = SERVER.browser();

  @BeforeAll
  static void haveAProjectAndAWorker() {
    ApiClient alice = SERVER.alice();
    alice.post("/api/v1/worker-pools", Map.of("name", "live", "isolation", "none"));
    project =
        alice
            .post(
                "/api/v1/projects",
                Map.of(
                    "name", "live",
                    "script", "#!/bin/sh\n",
                    "worker_pool", "live",
                    "max_running", 0))
            .json()
            .path("id")
            .asLong();
    worker = WorkerSide.join(SERVER, "live", "live");
  }

  @BeforeEach
  void logIn() {
    browser.login();
  }

  @Test
  void aViewerSeesEachStepOfABuild() throws Exception {
    long build = start();
    try (EventReader events = browser.follow(browser.request("/live/builds/" + build))) {
      assertThat(events.response().headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      assertThat(status(events.next("build").data())).isEqualTo("QUEUED");

      worker.poll(5, 5_000, List.of());
      worker.acknowledge(build, 1);
      assertThat(status(events.next("build").data())).isEqualTo("RUNNING");

      worker.log(build, 1, WorkerSide.output(List.of("one", "two")));
      assertThat(events.next("sections").data().at("/0/title").asString())
          .isEqualTo("Build script");
      EventReader.Event log = events.next("log");
      assertThat(log.id()).isEqualTo("2");
      assertThat(log.data().path("total").asLong()).isEqualTo(2);
      assertThat(log.data().path("lines").findValuesAsString("text")).containsExactly("one", "two");

      worker.finish(build, 1, 2);
      assertThat(status(events.next("build").data())).isEqualTo("SUCCESS");
      events.next("end");
      assertThat(events.ends()).isTrue();
    }
  }

  @Test
  void aViewerThatComesBackGoesOnWhereItWas() throws Exception {
    long build = start();
    worker.poll(5, 5_000, List.of());
    worker.acknowledge(build, 1);
    worker.log(build, 1, WorkerSide.output(List.of("one")));
    worker.finish(build, 1, 2);

    try (EventReader fresh = browser.follow(browser.request("/live/builds/" + build))) {
      assertThat(fresh.next("log").data().path("lines").size()).isEqualTo(1);
    }
    try (EventReader back =
        browser.follow(
            browser.request("/live/builds/" + build + "?from=0").header("Last-Event-ID", "2"))) {
      assertThat(back.next("build").name()).isEqualTo("build");
      assertThat(back.next("end").name()).isEqualTo("end");
    }
  }

  @Test
  void aViewerFarBehindGetsTheNewestLines() throws Exception {
    long build = start();
    worker.poll(5, 5_000, List.of());
    worker.acknowledge(build, 1);
    List<String> lines =
        java.util.stream.IntStream.rangeClosed(1, 3_000).mapToObj(n -> "line " + n).toList();
    worker.log(build, 1, WorkerSide.output(lines));

    try (EventReader events = browser.follow(browser.request("/live/builds/" + build))) {
      JsonNode log = events.next("log").data();
      assertThat(log.path("skipped").asBoolean()).isTrue();
      assertThat(log.path("total").asLong()).isEqualTo(3_000);
      assertThat(log.path("lines").size()).isEqualTo(200);
      assertThat(log.at("/lines/199/text").asString()).isEqualTo("line 3000");
    }
    worker.finish(build, 1, 2);
  }

  @Test
  void listsAreToldWhenABuildChanges() throws Exception {
    try (EventReader events = browser.follow(browser.request("/live/changes"))) {
      assertThat(events.next("builds").data().path("builds").size()).isZero();

      long build = start();

      JsonNode change = events.next("builds").data();
      while (!change.path("builds").toString().contains(Long.toString(build))) {
        change = events.next("builds").data(); // of a build of another test
      }
      assertThat(change.at("/projects/0").asLong()).isEqualTo(project);
      SERVER.alice().post("/api/v1/builds/" + build + "/stop", Map.of());
    }
  }

  @Test
  void strangersSeeNothing() {
    assertThat(SERVER.browser().get("/live/changes").statusCode()).isEqualTo(302);
    assertThat(browser.get("/live/builds/999999").statusCode()).isEqualTo(404);
  }

  @Test
  void aServerThatStopsEndsStreamsAndPollsAtOnce() throws Exception {
    RunningServer other = SERVER.another(ServerSettings.onLoopback(0));
    var elsewhere = new Browser(other.url());
    elsewhere.login();
    try (EventReader events = elsewhere.follow(elsewhere.request("/live/changes"))) {
      events.next("builds");
      WorkerSide there = worker.at(other.url());
      var poll = CompletableFuture.supplyAsync(() -> there.poll(0, 10_000, List.of()));
      Instant before = Instant.now();

      other.stop();

      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
      assertThat(events.ends()).isTrue();
      poll.handle((_, _) -> "answered or refused").get(5, TimeUnit.SECONDS);
    }
  }

  private static long start() {
    return SERVER.alice().post("/api/v1/projects/live/builds", Map.of()).json().path("id").asLong();
  }

  private static String status(JsonNode build) {
    return build.path("status").asString();
  }
}
