package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BuildPagesTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private static WorkerSide worker;

  private final Browser browser = SERVER.browser();

  @BeforeAll
  static void haveProjectsAndAWorker() {
    for (String pool : List.of("busy", "idle")) {
      SERVER.alice().post("/api/v1/worker-pools", Map.of("name", pool, "isolation", "none"));
      SERVER
          .alice()
          .post(
              "/api/v1/projects",
              Map.of(
                  "name",
                  "project of " + pool,
                  "script",
                  "#!/bin/sh\n",
                  "worker_pool",
                  pool,
                  "max_running",
                  0));
    }
    worker = WorkerSide.join(SERVER, "busy", "w1");
  }

  @BeforeEach
  void logIn() {
    browser.login();
  }

  @Test
  void aBuildShowsWhatBecameOfIt() {
    long build = run(List.of("one"));

    assertThat(browser.get("/builds/" + build).body())
        .contains("Success")
        .contains("exit code 0")
        .contains("project of busy")
        .contains(">w1<")
        .contains("data-log=\"" + build + "\"")
        .contains("/api/v1/builds/" + build + "/log?download");
    assertThat(browser.get("/projects").body()).contains("#" + build);
  }

  @Test
  void theListFilters() {
    long done = run(List.of("one"));
    long waiting = start("project of idle");

    assertThat(listed("")).contains(done, waiting);
    assertThat(listed("status=SUCCESS")).contains(done).doesNotContain(waiting);
    assertThat(listed("pool=idle")).contains(waiting).doesNotContain(done);
    assertThat(listed("project=project+of+idle")).contains(waiting).doesNotContain(done);
    assertThat(listed("status=SUCCESS&pool=idle")).isEmpty();
    assertThat(browser.get("/builds?project=unknown").body())
        .contains("there is no project &#39;unknown&#39;".replace("&#39;", "'"));
  }

  @Test
  void theListGoesOnWhereItsPageEnds() {
    List<Long> builds = IntStream.range(0, 55).mapToObj(_ -> run(List.of())).toList();

    String first = browser.get("/builds").body();
    assertThat(links(first)).hasSize(50).contains(builds.getLast());
    String next = first.replaceFirst("(?s).*href=\"(/builds\\?cursor=\\d+)\" rel=\"next\".*", "$1");
    assertThat(links(browser.get(next).body())).contains(builds.getFirst());
    assertThat(browser.get(next).body()).contains("Newest");
  }

  @Test
  void linesAreFound() {
    List<String> lines =
        IntStream.rangeClosed(1, 3_000)
            .mapToObj(n -> n == 2_345 ? "\u001b[31mEr\u001b[1mror\u001b[0m: it broke" : "line " + n)
            .toList();
    long build = run(lines);

    assertThat(matches(build, "text=LINE+299").findValue("lines")).hasSize(11);
    assertThat(matches(build, "text=error").at("/lines/0").asLong()).isEqualTo(2_345);
    assertThat(matches(build, "kind=error").at("/lines/0").asLong()).isEqualTo(2_345);
    assertThat(matches(build, "kind=error&from=2346").path("lines").isEmpty()).isTrue();
    assertThat(matches(build, "text=e").path("lines")).hasSize(1_000);
    assertThat(matches(build, "text=e").path("next").asLong()).isEqualTo(1_001);
  }

  @Test
  void whatIsNoBuildIsNotFound() {
    assertThat(
            Stream.of("/builds/999999", "/builds/x", "/builds/999999/log/matches?text=a")
                .map(path -> browser.get(path).statusCode()))
        .containsOnly(404);
  }

  private JsonNode matches(long build, String query) {
    return JsonMapper.shared()
        .readTree(browser.get("/builds/" + build + "/log/matches?" + query).body());
  }

  private List<Long> listed(String query) {
    return links(browser.get("/builds?" + query).body());
  }

  private static List<Long> links(String page) {
    return java.util.regex.Pattern.compile("id=\"build-(\\d+)\"")
        .matcher(page)
        .results()
        .map(found -> Long.valueOf(found.group(1)))
        .toList();
  }

  /** Runs a build that prints these lines. */
  private static long run(List<String> lines) {
    long build = start("project of busy");
    worker.poll(1, 5_000, List.of());
    worker.acknowledge(build, 1);
    worker.log(build, 1, WorkerSide.output(lines));
    worker.finish(build, 1, 2);
    return build;
  }

  private static long start(String project) {
    return SERVER
        .alice()
        .post("/api/v1/projects/" + project.replace(" ", "%20") + "/builds", Map.of())
        .json()
        .path("id")
        .asLong();
  }
}
