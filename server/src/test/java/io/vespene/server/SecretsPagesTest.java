package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SecretsPagesTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private final Browser browser = SERVER.browser();

  @BeforeEach
  void logIn() {
    browser.login();
  }

  @Test
  void aKeyIsMadeShownEditedAndDeleted() {
    String page =
        location(
            submit(
                "/ssh-keys/new",
                "/ssh-keys",
                Map.of("name", "deploy", "private_key", TestSshKey.unlocked())));
    assertThat(browser.get("/ssh-keys").body()).contains(">deploy<").contains("SHA256:");
    assertThat(browser.get(page).body()).contains("ssh-ed25519 AAAA").contains("no project");

    HttpResponse<String> edited =
        submit(page + "/edit", page + "/edit", Map.of("name", "deploy2", "version", "1"));
    assertThat(location(edited)).isEqualTo(page);
    assertThat(browser.get(page).body()).contains("deploy2").contains("ssh-ed25519 AAAA");
    assertThat(
            submit(page + "/edit", page + "/edit", Map.of("name", "deploy3", "version", "1"))
                .statusCode())
        .isEqualTo(409);

    assertThat(location(submit(page + "/delete", page + "/delete", Map.of())))
        .isEqualTo("/ssh-keys");
    assertThat(browser.get(page).statusCode()).isEqualTo(404);
  }

  @Test
  void aLoginIsMadeShownEditedAndDeleted() {
    String page =
        location(
            submit(
                "/service-logins/new",
                "/service-logins",
                Map.of("name", "hub", "username", "bot", "password", "canary")));
    assertThat(browser.get("/service-logins").body()).contains(">hub<").contains("bot");
    submit(
        page + "/edit", page + "/edit", Map.of("name", "hub", "username", "robot", "version", "1"));
    for (String address : List.of(page, page + "/edit", "/service-logins")) {
      assertThat(browser.get(address).body()).contains("robot").doesNotContain("canary");
    }
    submit(page + "/delete", page + "/delete", Map.of());
    assertThat(browser.get(page).statusCode()).isEqualTo(404);
  }

  @Test
  void aRefusedFormKeepsWhatWasTypedButSecrets() {
    String key = TestSshKey.locked();
    HttpResponse<String> refused =
        submit(
            "/ssh-keys/new",
            "/ssh-keys",
            Map.of(
                "name", "locked",
                "description", "kept as typed",
                "private_key", key,
                "unlock_password", "wrong-canary"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("kept as typed")
        .contains("id=\"unlock_password-error\"")
        .doesNotContain("canary")
        .doesNotContain("BEGIN OPENSSH");

    refused =
        submit(
            "/service-logins/new",
            "/service-logins",
            Map.of("name", "", "username", "bot", "password", "canary"));
    assertThat(refused.body()).contains("value=\"bot\"").doesNotContain("canary");
  }

  @Test
  void aProjectsFormOffersAndKeepsThem() {
    SERVER.alice().post("/api/v1/worker-pools", Map.of("name", "general", "isolation", "none"));
    submit(
        "/ssh-keys/new",
        "/ssh-keys",
        Map.of("name", "for site", "private_key", TestSshKey.unlocked()));
    submit(
        "/service-logins/new",
        "/service-logins",
        Map.of("name", "for-site", "username", "bot", "password", "s3cret"));
    assertThat(browser.get("/projects/new").body()).contains("<option value=\"for-site\"");

    var typed = new HashMap<String, String>();
    typed.put("name", "site");
    typed.put("worker_pool", "general");
    typed.put("script", "#!/bin/sh");
    typed.put("scm_type", "git");
    typed.put("repo_url", "https://git.example.com/a.git");
    typed.put("timeout", "5");
    typed.put("priority", "0");
    typed.put("max_running", "1");
    typed.put("retry_lost", "0");
    typed.put("ssh_keys", "for site");
    typed.put("service_login", "for-site");
    typed.put("host_keys", "not a line");
    HttpResponse<String> refused = submit("/projects/new", "/projects", typed);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"host_keys-error\"");

    typed.put(
        "host_keys",
        "# git.example.com:22 SSH-2.0\r\ngit.example.com ssh-ed25519"
            + " AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\r\n");
    String page = location(submit("/projects/new", "/projects", typed));
    assertThat(browser.get(page).body()).contains("for site").contains("for-site");
    assertThat(browser.get(page + "/edit").body())
        .contains("value=\"for site\"")
        .contains("git.example.com ssh-ed25519 AAAA");
  }

  private HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    var form = new HashMap<>(fields);
    form.put("_csrf", browser.csrf(page));
    return browser.submit(action, form);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
