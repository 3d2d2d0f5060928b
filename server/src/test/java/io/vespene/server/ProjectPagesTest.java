package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProjectPagesTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private final Browser browser = SERVER.browser();

  @BeforeAll
  static void haveAPool() {
    SERVER.alice().post("/api/v1/worker-pools", Map.of("name", "general", "isolation", "none"));
  }

  @BeforeEach
  void logIn() {
    browser.login();
  }

  @Test
  void aProjectIsMadeStartedAndStopped() {
    String page = make("hello <b>world<b>");

    assertThat(browser.get("/").body()).contains("hello &lt;b>world").doesNotContain("<b>world");

    String build = location(submit(page, page + "/builds", Map.of()));
    assertThat(build).startsWith("/builds/");
    assertThat(browser.get(build).body())
        .contains("Queued")
        .contains("no worker is serving pool")
        .contains("/live")
        .doesNotContain("style=");
    assertThat(browser.get(page).body()).contains("no worker is serving pool");

    submit(build, build + "/stop", Map.of());
    assertThat(browser.get(build).body()).contains("Aborted").contains("stopped by alice");
    assertThat(browser.get("/").body()).contains("Aborted");
  }

  @Test
  void stoppingABuildThatHasEndedJustShowsIt() {
    String page = make("ends early");
    String build = location(submit(page, page + "/builds", Map.of()));
    submit(build, build + "/stop", Map.of());

    assertThat(location(submit(build, build + "/stop", Map.of()))).isEqualTo(build);
  }

  @Test
  void aRefusedFormKeepsWhatWasTypedAndSaysWhy() {
    var typed = fields("refused");
    typed.put("script", "echo no interpreter\r\nsecond \"line\"");
    typed.put("timeout", "-5");
    HttpResponse<String> answer = submit("/projects/new", "/projects", typed);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("value=\"refused\"")
        .contains("value=\"-5\"")
        .contains("second \"line\"")
        .contains("id=\"script-error\"")
        .contains("id=\"timeout-error\"")
        .doesNotContain("id=\"name-error\"");
    assertThat(browser.get("/?search=refused").body()).contains("Nothing found");
  }

  @Test
  void whatIsNoNumberOrNoObjectIsRefusedToo() {
    var typed = fields("unreadable");
    typed.put("timeout", "soon");
    typed.put("variables", "{\"a\": ");
    HttpResponse<String> answer = submit("/projects/new", "/projects", typed);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("must be a whole number")
        .contains("must be a JSON object")
        .contains("{&#34;a&#34;: ".replace("&#34;", "\""));
  }

  @Test
  void anEditShowsAndReplacesEverySetting() {
    String page = make("editable");
    assertThat(browser.get(page + "/edit").body())
        .contains("value=\"editable\"")
        .contains("name=\"version\" value=\"1\"")
        .contains("value=\"true\" checked");

    var typed = fields("edited");
    typed.put("version", "1");
    typed.put("variables", "{\"who\": \"me\"}");
    typed.remove("submodules");
    assertThat(location(submit(page + "/edit", page + "/edit", typed))).isEqualTo(page);

    assertThat(browser.get(page).body()).contains("edited");
    assertThat(browser.get(page + "/edit").body())
        .contains("\"who\" : \"me\"")
        .contains("name=\"version\" value=\"2\"")
        .doesNotContain("value=\"true\" checked");
  }

  @Test
  void aLostUpdateIsRefused() {
    String page = make("contested");
    var first = fields("contested");
    first.put("version", "1");
    submit(page + "/edit", page + "/edit", first);

    var second = fields("mine instead");
    second.put("version", "1");
    HttpResponse<String> answer = submit(page + "/edit", page + "/edit", second);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("changed by somebody else").contains("mine instead");
    assertThat(browser.get(page).body()).doesNotContain("mine instead");
  }

  @Test
  void aProjectWithARepositoryOffersToBuildACertainRevision() {
    var typed = fields("revised");
    typed.put("scm_type", "git");
    typed.put("repo_url", "https://git.example/app.git");
    String page = location(submit("/projects/new", "/projects", typed));

    assertThat(browser.get(page).body()).contains("Build a certain revision");
    assertThat(location(submit(page, page + "/builds", Map.of("revision", "a".repeat(40)))))
        .startsWith("/builds/");
    assertThat(submit(page, page + "/builds", Map.of("revision", "main")).statusCode())
        .isEqualTo(422);
    assertThat(browser.get(make("unrevised")).body()).doesNotContain("Build a certain revision");
  }

  @Test
  void aProjectWithAWaitingBuildIsNotDeleted() {
    String page = make("busy");
    String build = location(submit(page, page + "/builds", Map.of()));

    assertThat(submit(page + "/delete", page + "/delete", Map.of()).statusCode()).isEqualTo(409);

    submit(build, build + "/stop", Map.of());
    assertThat(location(submit(page + "/delete", page + "/delete", Map.of())))
        .isEqualTo("/projects");
    assertThat(browser.get(page).statusCode()).isEqualTo(404);
  }

  @Test
  void anotherUsersProjectIsOnlyLookedAt() {
    String page = make("of alice");
    Browser carol = SERVER.browser();
    carol.login("carol", ServerExtension.PASSWORD, Map.of());

    assertThat(carol.get(page).body()).contains("of alice").doesNotContain(page + "/edit");
    assertThat(carol.get(page + "/edit").statusCode()).isEqualTo(403);
    Map<String, String> token = Map.of("_csrf", carol.csrf(page));
    for (String action : new String[] {"/builds", "/edit?version=1", "/delete"}) {
      assertThat(carol.submit(page + action, token).statusCode()).as(action).isEqualTo(403);
    }
  }

  @Test
  void theListIsSearched() {
    make("needle in the list");
    make("haystack");

    assertThat(browser.get("/projects?search=NEEDLE").body())
        .contains("needle in the list")
        .doesNotContain(">haystack<");
  }

  private String make(String name) {
    return location(submit("/projects/new", "/projects", fields(name)));
  }

  private HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    var form = new LinkedHashMap<>(fields);
    form.put("_csrf", browser.csrf(page));
    return browser.submit(action, form);
  }

  private static Map<String, String> fields(String name) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", name);
    fields.put("description", "");
    fields.put("worker_pool", "general");
    fields.put("script", "#!/bin/sh\r\necho hello\r\n");
    fields.put("variables", "");
    fields.put("timeout", "60");
    fields.put("scm_type", "none");
    fields.put("repo_url", "");
    fields.put("repo_branch", "");
    fields.put("submodules", "true");
    fields.put("priority", "0");
    fields.put("max_running", "1");
    fields.put("retry_lost", "0");
    return fields;
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
