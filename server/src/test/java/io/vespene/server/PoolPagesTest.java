package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PoolPagesTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private static final Pattern TOKEN = Pattern.compile("vsp_[A-Za-z0-9_-]+");

  private final Browser browser = SERVER.browser();

  @BeforeEach
  void logIn() {
    browser.login();
  }

  @Test
  void aPoolIsMadeEditedAndDeleted() {
    String page = make("linux");
    assertThat(browser.get("/worker-pools").body()).contains(">linux<");

    var edited = fields("linux-arm");
    edited.put("version", "1");
    edited.put("permissions", "0750");
    assertThat(location(submit(page + "/edit", page + "/edit", edited))).isEqualTo(page);
    assertThat(browser.get(page).body()).contains("linux-arm").contains("0750");

    assertThat(submit(page + "/edit", page + "/edit", edited).statusCode()).isEqualTo(409);

    assertThat(location(submit(page + "/delete", page + "/delete", Map.of())))
        .isEqualTo("/worker-pools");
    assertThat(browser.get(page).statusCode()).isEqualTo(404);
  }

  @Test
  void aRefusedFormSaysWhy() {
    var typed = fields("not a name!");
    typed.put("permissions", "rwx");
    HttpResponse<String> answer = submit("/worker-pools/new", "/worker-pools", typed);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("octal").contains("value=\"rwx\"");

    typed.put("permissions", "0770");
    assertThat(submit("/worker-pools/new", "/worker-pools", typed).body())
        .contains("id=\"name-error\"");
  }

  @Test
  void aTokenIsShownOnceAndCanBeRevoked() {
    String page = make("tokens");
    HttpResponse<String> answer = submit(page, page + "/tokens", Map.of());
    Matcher token = TOKEN.matcher(answer.body());

    assertThat(token.find()).isTrue();
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    String list = browser.get(page).body();
    assertThat(list).doesNotContain(token.group()).contains("Revoke");

    String revoke = list.replaceFirst("(?s).*href=\"([^\"]+/revoke)\".*", "$1");
    submit(revoke, revoke, Map.of());
    assertThat(browser.get(page).body()).contains("revoked").doesNotContain(revoke);
  }

  @Test
  void ordinaryUsersLookAtPoolsAndNoMore() {
    String page = make("guarded");
    Browser carol = SERVER.browser();
    carol.login("carol", ServerExtension.PASSWORD, Map.of());

    assertThat(carol.get(page).body())
        .contains("guarded")
        .doesNotContain("Tokens")
        .doesNotContain("/edit");
    assertThat(carol.get("/worker-pools/new").statusCode()).isEqualTo(403);
    assertThat(carol.get(page + "/edit").statusCode()).isEqualTo(403);
    Map<String, String> token = Map.of("_csrf", carol.csrf(page));
    for (String action : new String[] {"/tokens", "/edit?version=1", "/delete"}) {
      assertThat(carol.submit(page + action, token).statusCode()).as(action).isEqualTo(403);
    }
  }

  @Test
  void aPoolThatNobodyServesSaysSoLoudly() {
    String page = make("lonely");
    SERVER
        .alice()
        .post(
            "/api/v1/projects",
            Map.of("name", "lonely", "script", "#!/bin/sh\n", "worker_pool", "lonely"));
    SERVER.alice().post("/api/v1/projects/lonely/builds", Map.of());

    for (String shown : new String[] {page, "/worker-pools"}) {
      assertThat(browser.get(shown).body())
          .contains("1 build waits and no worker is serving pool")
          .contains("role=\"alert\"");
    }
  }

  @Test
  void workersAreShownDrainedAndResumed() {
    String page = make("served");
    WorkerSide.join(SERVER, "served", "w-served");

    assertThat(browser.get(page).body()).contains("w-served").contains("Online");
    String workers = browser.get("/workers").body();
    assertThat(workers).contains("w-served").contains("host.example");
    assertThat(browser.get(href(workers, "/workers/\\d+")).body())
        .contains("w-served", "host.example", "It runs no build now.", "served", "Disk free")
        .contains("Last check-in", "not this server's version");
    String drain = workers.replaceFirst("(?s).*action=\"(/workers/\\d+/drain)\".*", "$1");
    submit("/workers", drain, Map.of());
    assertThat(browser.get("/workers").body()).contains(drain.replace("/drain", "/resume"));

    Browser carol = SERVER.browser();
    carol.login("carol", ServerExtension.PASSWORD, Map.of());
    assertThat(carol.get("/workers").body()).contains("w-served").doesNotContain("Resume");
    assertThat(carol.submit(drain, Map.of("_csrf", carol.csrf("/workers"))).statusCode())
        .isEqualTo(403);
  }

  private static String href(String page, String pattern) {
    return page.replaceFirst("(?s).*href=\"(" + pattern + ")\".*", "$1");
  }

  private String make(String name) {
    return location(submit("/worker-pools/new", "/worker-pools", fields(name)));
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
    fields.put("isolation", "none");
    fields.put("sudo_user", "");
    fields.put("allowed_images", "debian:*, registry.example.org/**");
    fields.put("container_limits.cpus", "1.5");
    fields.put("container_limits.memory_mib", "0");
    fields.put("container_limits.pids", "4096");
    fields.put("container_limits.network", "true");
    fields.put("permissions", "0770");
    fields.put("build_latest_only", "true");
    fields.put("auto_abort_minutes", "1440");
    fields.put("lost_after_seconds", "300");
    fields.put("log_limit_bytes", "1073741824");
    fields.put("retention.builds_days", "90");
    fields.put("retention.build_roots_days", "8");
    return fields;
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
