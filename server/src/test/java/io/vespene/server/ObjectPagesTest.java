package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages of all kinds of objects have in common. */
class ObjectPagesTest {
  private static final String CANARY = "s3cret-canary";
  private static final int PAGE_SIZE = 100;

  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  private final Browser browser = SERVER.browser();
  private final ApiClient alice = SERVER.alice();

  @BeforeEach
  void logIn() {
    browser.login();
  }

  @Test
  void everyKindOfObjectIsCopiedIntoANewForm() {
    for (String page : oneOfEachKind("original")) {
      String form = browser.get(page + "/copy").body();

      assertThat(form)
          .as(page)
          .contains("value=\"original-copy\"")
          .contains("value=\"about the original\"")
          .contains("action=\"" + page.substring(0, page.lastIndexOf('/')) + "\"")
          .doesNotContain("/delete\"")
          .doesNotContain(CANARY);
      assertThat(browser.get(page).body()).as(page).contains(page + "/copy");
    }
  }

  @Test
  void aCopyOfASecretSetNeedsItsValuesAnew() {
    String page =
        "/variable-sets/"
            + id(
                "/api/v1/variable-sets",
                Map.of("name", "keys", "secret", true, "variables", Map.of("token", CANARY)));
    assertThat(browser.get(page + "/copy").body()).contains("••••••");

    HttpResponse<String> refused =
        submit(
            "/variable-sets",
            Map.of("name", "mine", "secret", "true", "variables", "{\"token\": \"••••••\"}"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"variables-error\"");
  }

  @Test
  void whatIsTypedKeepsItsLetters() {
    var typed = Map.of("name", "ok", "description", "Größe → 5 €");
    String page = submit("/snippets", typed).headers().firstValue("Location").orElseThrow();

    assertThat(browser.get(page).body()).contains("Größe → 5 €");
  }

  @Test
  void whoMayNotMakePoolsIsOfferedNoCopy() {
    String page = oneOfEachKind("pools").getFirst();
    Browser carol = SERVER.browser();
    carol.login("carol", ServerExtension.PASSWORD, Map.of());

    assertThat(carol.get(page + "/copy").statusCode()).isEqualTo(403);
    assertThat(carol.get(page).body()).doesNotContain("/copy\"").doesNotContain("/edit\"");
  }

  @Test
  void aListIsSearchedAndHasPages() {
    for (int number = 0; number <= PAGE_SIZE; number++) {
      id("/api/v1/snippets", Map.of("name", "part-" + number, "description", "Of the crowd"));
    }

    String first = browser.get("/snippets?search=CROWD").body();
    assertThat(first).contains("Page 1 of 2").contains("search=CROWD&amp;page=2");
    assertThat(browser.get("/snippets?search=crowd&page=2").body())
        .contains("part-99")
        .doesNotContain("part-98");
    assertThat(browser.get("/snippets?search=part-7").body())
        .contains("part-70")
        .contains("11 of ")
        .doesNotContain("part-1");
    assertThat(browser.get("/snippets?search=%3Cnowhere%3E").body())
        .contains("Nothing found")
        .contains("&lt;nowhere&gt;");
  }

  /** The pages of new objects; that of a pool is the first. */
  private List<String> oneOfEachKind(String name) {
    var bodies = new LinkedHashMap<String, Map<String, Object>>();
    bodies.put("/worker-pools", Map.of("isolation", "none"));
    bodies.put("/projects", Map.of("script", "#!/bin/sh\n", "worker_pool", name));
    bodies.put("/snippets", Map.of("text", "part"));
    bodies.put("/variable-sets", Map.of());
    bodies.put("/ssh-keys", Map.of("private_key", TestSshKey.unlocked()));
    bodies.put("/service-logins", Map.of("username", "bot", "password", CANARY));
    var pages = new ArrayList<String>();
    bodies.forEach((path, fields) -> {
      var body = new HashMap<String, @Nullable Object>(fields);
      body.put("name", name);
      body.put("description", "about the " + name);
      pages.add(path + "/" + id("/api/v1" + path, body));
    });
    return pages;
  }

  private long id(String path, Map<String, @Nullable Object> body) {
    return alice.post(path, body).json().path("id").asLong();
  }

  private HttpResponse<String> submit(String action, Map<String, String> fields) {
    var form = new HashMap<>(fields);
    form.put("_csrf", browser.csrf("/snippets/new"));
    return browser.submit(action, form);
  }
}
