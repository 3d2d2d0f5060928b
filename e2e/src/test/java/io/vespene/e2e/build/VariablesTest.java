package io.vespene.e2e.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.BuildView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Scripts are templates: filled in from pool, sets, snippets and project when a build is queued.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VariablesTest {
  private static final String CANARY = "s3cret-canary-4711";
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Installation installation = Installation.up();
  private final Api api = installation.api();

  @AfterAll
  void close() {
    installation.close();
  }

  @Test
  void aScriptIsFilledInFromPoolSetsSnippetAndProject() throws IOException {
    String set = file("set.json", "{\"mirror\": \"near\", \"color\": \"of the set\"}");
    String keys = file("keys.json", "{\"token\": \"" + CANARY + "\"}");
    String snippet = file("snippet.txt", "echo fetching from {{ mirror }} {{ nothing }}");
    String script =
        file(
            "script.sh",
            """
            #!/bin/sh
            {{ fetch_it }}
            {% for host in hosts %}echo to {{ host|shell_quote }} in {{ color }}
            {% endfor %}
            echo token {{ token }}
            cat vespene.json; echo
            echo 'vespene/set version "1 2"'
            """);
    client("variable-set", "create", "near-mirrors", "--variables", set);
    client("variable-set", "create", "canary", "--variables", keys, "--secret", "true");
    client("snippet", "create", "fetch-it", "--text", snippet);
    client("pool", "create", "templates", "--isolation", "none");
    client(
        "pool",
        "edit",
        "templates",
        "--variables",
        "{\"hosts\": [\"a b\", \"c\"]}",
        "--variable-sets",
        "near-mirrors");
    client(
        "project",
        "create",
        "filled",
        "--script",
        script,
        "--worker-pool",
        "templates",
        "--variables",
        "{\"color\": \"green\"}",
        "--variable-sets",
        "canary");
    installation.startWorker("templates-1", "templates");

    String preview = client("project", "preview", "filled");
    String origins = client("project", "preview", "filled", "--variables");
    BuildView build = api.awaitEnd(api.start("filled"), LIMIT);

    assertThat(build.status()).as(build.reason()).isEqualTo("SUCCESS");
    assertThat(preview)
        .contains("echo fetching from near \n")
        .contains("echo to 'a b' in green\n")
        .contains("echo token ••••••");
    assertThat(origins)
        .contains("variable set near-mirrors of worker pool templates")
        .contains("\"of the set\" of");
    JsonNode told = api.rest().get("/api/v1/builds/" + build.id()).require(200).json();
    assertThat(told.get("script").asString().strip()).isEqualTo(preview.strip());
    assertThat(told.get("variables").get("color").asString()).isEqualTo("green");
    assertThat(told.get("output_variables").get("version").asString()).isEqualTo("1 2");
    String log = api.log(build.id());
    assertThat(log)
        .contains("fetching from near\n")
        .contains("to a b in green\n")
        .contains("\"mirror\":\"near\"")
        .contains("token ••••••");
    assertThat(log + told + preview + origins).doesNotContain(CANARY);
  }

  @Test
  void anUndefinedVariableFailsTheBuildWithLineAndName() throws IOException {
    String script = file("broken.sh", "#!/bin/sh\necho never\n\necho {{ hsot }}\n");
    client(
        "project",
        "create",
        "broken",
        "--script",
        script,
        "--worker-pool",
        "general",
        "--variables",
        "{\"host\": \"a\"}");
    String reason = "template error on line 4: 'hsot' is undefined, did you mean 'host'?";

    Command.Result preview = installation.client("project", "preview", "broken").run();
    JsonNode started =
        api.rest().post("/api/v1/projects/broken/builds", Map.of()).require(201).json();
    BuildView build = api.awaitEnd(started.get("id").asLong(), LIMIT);
    Command.Result followed = installation.client("build", "start", "broken", "--follow").run();

    assertThat(preview.exitCode()).isEqualTo(2);
    assertThat(preview.errors()).contains("echo {{ hsot }}").contains("^^^^");
    assertThat(started.get("reason").asString()).isEqualTo(reason);
    assertThat(build.status()).isEqualTo("FAILURE");
    assertThat(build.reason()).isEqualTo(reason);
    assertThat(api.log(build.id())).contains("^^^^").doesNotContain("never\n");
    assertThat(followed.exitCode()).isEqualTo(1);
    assertThat(followed.errors()).contains(reason);
  }

  /** Each command of the guide, as it stands there. */
  @Test
  void theGuidesCommandsWork() throws IOException {
    Path directory = installation.folder().folder("guide");
    Files.writeString(directory.resolve("mirrors.json"), "{\"mirror\": \"www1.example.com\"}");
    Files.writeString(directory.resolve("keys.json"), "{\"password\": \"hunter22\"}");
    Files.writeString(directory.resolve("tools.txt"), "echo {{ mirror }}");
    api.createProject("site", "general", "#!/bin/sh\necho {{ mirror }}\n", Map.of());
    List<String> commands = commands();
    assertThat(commands).hasSizeGreaterThan(12);

    for (String command : commands) {
      Command.Result result =
          installation.client(words(command).toArray(String[]::new)).in(directory).run();
      assertThat(result.exitCode()).as(command + "\n" + result.errors()).isZero();
      assertThat(result.output()).as(command).doesNotContain("hunter22");
    }
  }

  private static List<String> commands() throws IOException {
    return Files.readString(Path.of("../docs/variables.md"))
        .lines()
        .filter(line -> line.startsWith("vespene "))
        .map(line -> line.substring("vespene ".length()))
        .toList();
  }

  /** Words as a shell would read them: plain, or whole in single or double quotes. */
  private static List<String> words(String command) {
    return Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)")
        .matcher(command)
        .results()
        .map(match ->
            IntStream.rangeClosed(1, 3)
                .mapToObj(match::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow())
        .toList();
  }

  private String client(String... arguments) {
    Command.Result result = installation.client(arguments).run();
    assertThat(result.exitCode()).as(result.errors()).isZero();
    return result.output();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(installation.folder().resolve(name), text).toString();
  }
}
