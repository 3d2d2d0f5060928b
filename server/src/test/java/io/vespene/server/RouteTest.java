package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.server.Route.Right;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Holds every route to the right that {@code docs/routes.md} says it needs. */
class RouteTest {
  @RegisterExtension static final ServerExtension SERVER = new ServerExtension();

  /** Answered by filters, before any handler. */
  private static final Map<Route, Right> OF_FILTERS =
      Map.of(
          new Route("POST", "/login"), Right.ANYBODY,
          new Route("POST", "/logout"), Right.USER);

  private final ApiClient alice = SERVER.alice();

  @Test
  void theTableNamesEveryRoute() {
    SortedSet<Route> mapped = SERVER.routes();
    mapped.addAll(OF_FILTERS.keySet());

    assertThat(new TreeSet<>(Route.documented().keySet())).isEqualTo(mapped);
  }

  @Test
  void strangersAreSentAway() {
    Map<String, String> target = target("for strangers");

    routes()
        .forEach((route, right) -> {
          int status = status(SERVER.browser(), request(SERVER.browser(), route, target, ""));
          if (right == Right.ANYBODY) {
            assertThat(status).as(route.toString()).isNotIn(302, 403);
          } else {
            assertThat(status).as(route.toString()).isIn(302, 401, 403);
          }
        });
  }

  @Test
  void usersMayDoWhatTheTableSays() {
    Map<String, String> target = target("for users");
    Browser browser = SERVER.browser();
    browser.login("carol", ServerExtension.PASSWORD, Map.of());

    routes()
        .forEach((route, right) -> {
          int status = asUser(browser, SERVER.carol(), route, target);
          switch (right) {
            case ANYBODY, USER -> assertThat(status).as(route.toString()).isNotIn(401, 403, 500);
            case OWNER, SUPERUSER -> assertThat(status).as(route.toString()).isEqualTo(403);
            case WORKER -> assertThat(status).as(route.toString()).isEqualTo(401);
          }
        });
  }

  @Test
  void superusersMayDoAllButWorkersPart() {
    Map<String, String> target = target("for superusers");
    Browser browser = SERVER.browser();
    browser.login();

    routes()
        .forEach((route, right) -> {
          int status = asUser(browser, SERVER.alice(), route, target);
          if (right == Right.WORKER) {
            assertThat(status).as(route.toString()).isEqualTo(401);
          } else {
            assertThat(status).as(route.toString()).isNotIn(401, 403, 500);
          }
        });
  }

  /** Without the ones that begin or end sessions, which {@link LoginTest} covers. */
  private static SortedMap<Route, Right> routes() {
    var routes = new TreeMap<Route, Right>(Route.documented());
    routes.keySet().removeAll(OF_FILTERS.keySet());
    return routes;
  }

  /** Things for the variables of paths to name; the project and its build are alice's. */
  private Map<String, String> target(String name) {
    String pool = "pool-" + name.replace(' ', '-');
    long poolId = id(alice.post("/api/v1/worker-pools", Map.of("name", pool, "isolation", "none")));
    long project =
        id(
            alice.post(
                "/api/v1/projects",
                Map.of("name", name, "script", "#!/bin/sh\n", "worker_pool", pool)));
    long build = id(alice.post("/api/v1/projects/" + project + "/builds", Map.of()));
    WorkerSide.join(SERVER, pool, pool);
    long token = id(alice.post("/api/v1/worker-pools/" + poolId + "/tokens", Map.of()));
    long worker = id(alice.get("/api/v1/workers/" + pool));
    long key =
        id(
            alice.post(
                "/api/v1/ssh-keys", Map.of("name", name, "private_key", TestSshKey.unlocked())));
    long login =
        id(
            alice.post(
                "/api/v1/service-logins",
                Map.of("name", name, "username", "bot", "password", "s3cret")));
    long snippet = id(alice.post("/api/v1/snippets", Map.of("name", "snippet " + name)));
    long set = id(alice.post("/api/v1/variable-sets", Map.of("name", "set " + name)));
    var target = new LinkedHashMap<String, String>();
    target.put("key", Long.toString(key));
    target.put("login", Long.toString(login));
    target.put("project", Long.toString(project));
    target.put("build", Long.toString(build));
    target.put("pool", Long.toString(poolId));
    target.put("worker", Long.toString(worker));
    target.put("token", Long.toString(token));
    target.put("snippet", Long.toString(snippet));
    target.put("set", Long.toString(set));
    target.put("hash", "any");
    target.put("folder", "css");
    target.put("file", "vespene.css");
    return target;
  }

  private static long id(ApiClient.Answer answer) {
    return answer.json().path("id").asLong();
  }

  /** Programs show their token, people send the token of their page's form. */
  private static int asUser(
      Browser browser, ApiClient client, Route route, Map<String, String> target) {
    if (route.isForPrograms()) {
      HttpRequest.Builder request = client.request(route.address(variables(route, target)));
      return status(browser, body(request, route));
    }
    return status(browser, request(browser, route, target, browser.csrf("/workers")));
  }

  private static HttpRequest.Builder request(
      Browser browser, Route route, Map<String, String> target, String csrf) {
    HttpRequest.Builder request = browser.request(route.address(variables(route, target)));
    if (!csrf.isEmpty()) {
      request.header("X-CSRF-TOKEN", csrf);
    }
    return body(request, route);
  }

  private static HttpRequest.Builder body(HttpRequest.Builder request, Route route) {
    return switch (route.method()) {
      case "GET" -> request.GET();
      case "DELETE" -> request.DELETE();
      default ->
          route.path().startsWith("/api/") || route.path().startsWith("/worker/")
              ? request
                  .header("Content-Type", "application/json")
                  .method(route.method(), BodyPublishers.ofString("{}"))
              : request
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .method(route.method(), BodyPublishers.ofString("version=1"));
    };
  }

  /** What {@code {id}} names depends on the path before it. */
  private static Map<String, String> variables(Route route, Map<String, String> target) {
    var variables = new LinkedHashMap<String, String>(target);
    String path = route.path();
    String kind = "project";
    if (path.contains("/builds/{id}")) {
      kind = "build";
    } else if (path.contains("/worker-pools/")) {
      kind = "pool";
    } else if (path.contains("/workers/")) {
      kind = "worker";
    } else if (path.contains("/snippets/")) {
      kind = "snippet";
    } else if (path.contains("/variable-sets/")) {
      kind = "set";
    } else if (path.contains("/ssh-keys/")) {
      kind = "key";
    } else if (path.contains("/service-logins/")) {
      kind = "login";
    }
    variables.put("id", variables.getOrDefault(kind, ""));
    return variables;
  }

  /** The status alone: some answers never end. */
  private static int status(Browser browser, HttpRequest.Builder request) {
    try (EventReader answer = browser.follow(request)) {
      return answer.response().statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
