package io.vespene.e2e.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.rest.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An installation that has something of everything: long names, failures, things in use, things
 * that wait for ever.
 */
final class Town {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String LONG =
      "a-very-long-name-such-as-people-give-who-have-many-things-of-the-same-kind-0123456789";
  private static final String SCRIPT =
      """
      #!/bin/sh
      mkdir -p site
      echo '{"green": true}' > report.json
      echo 'vespene/set artefact "report.json"'
      echo 'compiling {{ color }}'
      """;
  private static final String FAILING =
      """
      #!/bin/sh
      printf '\\033[31merror: it can not be compiled\\033[0m\\n'
      exit 3
      """;

  private static final List<Map<String, Object>> QUESTIONS =
      List.of(
          Map.of("variable", "note", "prompt", "What is new?", "help", "One line"),
          Map.of("variable", "target", "type", "radio", "choices", List.of("test", "live")),
          Map.of("variable", "parts", "type", "multi", "choices", List.of("web", "api", "jobs")),
          Map.of("variable", "level", "type", "select", "choices", List.of("low", "high")),
          Map.of("variable", "count", "type", "number", "required", true, "max", 9),
          Map.of("variable", "sure", "type", "boolean", "default", true),
          Map.of("variable", "day", "type", "date"),
          Map.of("variable", "token", "type", "secret"));

  private final Api api;
  private final List<Place> places = new ArrayList<>();

  private Town(Api api) {
    this.api = api;
  }

  static Town build(Installation installation) throws IOException {
    var town = new Town(installation.api());
    town.add("login", "/login", "/login");
    town.library(keyFile(installation));
    town.poolsAndProjects();
    town.questions();
    town.builds();
    return town;
  }

  List<Place> places() {
    return List.copyOf(places);
  }

  private void library(String key) {
    object("snippet", "/snippets", Map.of("name", "greet", "text", "hello {{ color }}\n"));
    object(
        "variable-set",
        "/variable-sets",
        Map.of("name", "keys", "secret", true, "variables", Map.of("token", "s3cret-value")));
    object("ssh-key", "/ssh-keys", Map.of("name", LONG, "private_key", key));
    object(
        "service-login",
        "/service-logins",
        Map.of("name", "hub", "username", "bot", "password", "s3cret"));
  }

  private void poolsAndProjects() {
    long pool =
        object(
            "pool",
            "/worker-pools",
            Map.of(
                "name",
                LONG,
                "description",
                "Nobody serves it",
                "isolation",
                "basic_container",
                "allowed_images",
                List.of("debian:*")));
    long token = make("/worker-pools/" + pool + "/tokens", Map.of());
    add(
        "pool-token-revoke",
        "/worker-pools/{id}/tokens/{token}/revoke",
        "/worker-pools/" + pool + "/tokens/" + token + "/revoke");
    add("workers", "/workers", "/workers");
    add("worker", "/workers/{id}", "/workers/" + anyWorker());
    long project =
        object(
            "project",
            "/projects",
            Map.of(
                "name", "Project-" + LONG,
                "description", "Says what it does and when to press start. ".repeat(4).strip(),
                "worker_pool", "general",
                "script", SCRIPT,
                "variables", Map.of("color", "green"),
                "variable_sets", List.of("keys"),
                "ssh_keys", List.of(LONG)));
    add("project-preview", "/projects/{id}/preview", "/projects/" + project + "/preview");
  }

  private void questions() {
    long asks =
        make(
            "/projects",
            Map.of(
                "name", "asks",
                "worker_pool", "general",
                "script", "#!/bin/sh\n",
                "launch_questions", QUESTIONS));
    String address = "/projects/" + asks + "/start";
    add("start", "/projects/{id}/start", address);
    places.add(new Place("start-refused", "/projects/{id}/start", address, Town::send));
  }

  private void builds() {
    long good = api.start("Project-" + LONG);
    build("good", good);
    long again = api.start("Project-" + LONG);
    api.awaitEnd(again, LIMIT);
    add("compare", "/builds/{id}/compare", "/builds/" + again + "/compare?with=" + good);
    api.createProject("broken", "general", FAILING, Map.of());
    long failed = api.start("broken");
    build("failed", failed);
    api.createProject("template", "general", "#!/bin/sh\necho {{ colr }}\n", Map.of());
    build("template-error", api.start("template"));
    api.createProject("stuck", LONG, "#!/bin/sh\n", Map.of("container_base_image", "debian:12"));
    add("build-waiting", "/builds/{id}", "/builds/" + api.start("stuck"));
    add("pool-starved", "/worker-pools", "/worker-pools");
    add("builds", "/builds", "/builds");
    add("builds-none", "/builds", "/builds?status=ORPHANED&project=nothing");
    add("home", "/", "/");
    add("wall", "/wall", "/wall");
    add("wall-light", "/wall", "/wall?theme=light");
    add("projects-none", "/projects", "/projects?search=nothing-is-called-so");
    add("projects-failed", "/projects", "/projects?show=failed");
    add("search", "/search", "/search?text=very-long");
    add("not-found", "/search", "/no-such-page");
  }

  private void build(String name, long build) {
    api.awaitEnd(build, LIMIT);
    add("build-" + name, "/builds/{id}", "/builds/" + build);
    add("files-" + name, "/builds/{id}/files", "/builds/" + build + "/files");
  }

  /** Makes an object and adds all pages of its kind. */
  private long object(String kind, String path, Map<String, Object> fields) {
    long id = make(path, fields);
    add(kind + "-list", path, path);
    add(kind + "-new", path + "/new", path + "/new");
    places.add(new Place(kind + "-refused", path + "/new", path + "/new", Town::sendEmpty));
    add(kind, path + "/{id}", path + "/" + id);
    for (String form : List.of("edit", "copy", "delete")) {
      add(kind + "-" + form, path + "/{id}/" + form, path + "/" + id + "/" + form);
    }
    return id;
  }

  private long anyWorker() {
    return api.rest().get("/api/v1/workers").require(200).json().at("/items/0/id").asLong();
  }

  private long make(String path, Map<String, Object> fields) {
    return api.rest().post("/api/v1" + path, fields).require(201).json().get("id").asLong();
  }

  private void add(String name, String route, String address) {
    places.add(Place.of(name, route, address));
  }

  private static void sendEmpty(Page page) {
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("");
    send(page);
  }

  private static void send(Page page) {
    page.getByRole(AriaRole.MAIN).locator("button[type=submit]").click();
    page.locator("[role=alert]").first().waitFor();
  }

  private static String keyFile(Installation installation) throws IOException {
    Path file = installation.folder().resolve("key");
    Command.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString()).output();
    return Files.readString(file);
  }
}
