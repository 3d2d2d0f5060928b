package io.vespene.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.cli.RunProgram.Result;
import io.vespene.cli.terminal.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClientTest {
  @TempDir private Path directory;
  private final RestServer server;

  ClientTest() throws Exception {
    server = new RestServer();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void projectsAreListedAsTable() {
    server.on("GET /api/v1/projects?limit=200", 200, Resources.page(Resources.PROJECT));

    Result result = client().run("project", "list");

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(result.out()).containsPattern("NAME +POOL").containsPattern("hello +general +– +7");
    assertThat(server.request().authorization()).isEqualTo("Bearer secret");
  }

  @Test
  void allPagesAreListed() {
    server
        .on(
            "GET /api/v1/projects?limit=200",
            200,
            "{\"items\":[%s],\"next\":\"a b\"}".formatted(Resources.PROJECT))
        .on(
            "GET /api/v1/projects?limit=200&cursor=a%20b",
            200, Resources.page(Resources.PROJECT.replace("hello", "second")));

    assertThat(client().run("project", "list").out()).contains("hello", "second");
  }

  @Test
  void jsonHasTheNamesOfTheApi() {
    server.on("GET /api/v1/projects/hello", 200, Resources.PROJECT);

    Result result = client().run("project", "show", "hello", "--json");

    assertThat(result.out())
        .contains("\"worker_pool\" : \"general\"", "\"active_build\" : null")
        .contains("\"created_at\" : \"2026-01-02T03:04:05Z\"");
  }

  @Test
  void aProjectIsCreatedFromAScriptOnStandardInput() {
    server.on("POST /api/v1/projects", 201, Resources.PROJECT);

    Result result =
        client()
            .typing("#!/bin/sh\necho hello\n")
            .run(
                "project",
                "create",
                "hello",
                "--script",
                "-",
                "--worker-pool",
                "general",
                "--variables",
                "{\"color\": null}",
                "--timeout=5");

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("Created project hello (number 4).\n");
    assertThat(server.request().body())
        .isEqualTo(
            "{\"name\":\"hello\",\"script\":\"#!/bin/sh\\necho hello\\n\",\"timeout\":5,"
                + "\"variables\":{\"color\":null},\"worker_pool\":\"general\"}");
  }

  @Test
  void anEditSaysOnlyWhatChangesAndFromWhichVersion() {
    server
        .on("GET /api/v1/projects/hello", 200, Resources.PROJECT)
        .on("PATCH /api/v1/projects/4", 200, Resources.PROJECT);

    Result result = client().run("project", "edit", "hello", "--priority", "-5");

    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    server.request();
    RestServer.Request edit = server.request();
    assertThat(edit.body()).isEqualTo("{\"priority\":-5}");
    assertThat(edit.ifMatch()).isEqualTo("\"3\"");
  }

  @Test
  void wrongFieldsAreNamedWithTheirReasons() {
    server.on(
        "POST /api/v1/projects",
        422,
        """
        {"type":"about:blank","title":"Invalid","status":422,"errors":[
          {"field":"script","reason":"must begin with #!"},
          {"field":"worker_pool","reason":"there is no pool 'x'"}]}
        """);

    Result result = client().run("project", "create", "hello", "--worker-pool", "x");

    assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            """
            vespene: script: must begin with #!
            vespene: worker_pool: there is no pool 'x'
            """);
  }

  @Test
  void whatIsMissingForbiddenOrUnreachableHasItsOwnExitCode() {
    server
        .on("GET /api/v1/projects/gone", 404, problem(404, "there is no project 'gone'"))
        .on("GET /api/v1/projects/closed", 403, problem(403, "only its owner may"))
        .on("GET /api/v1/projects/who", 401, problem(401, "unknown"));

    Result missing = client().run("project", "show", "gone");
    assertThat(missing.exitCode()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(missing.err()).isEqualTo("vespene: there is no project 'gone'\n");
    assertThat(client().run("project", "show", "closed").exitCode())
        .isEqualTo(ExitCode.NOT_ALLOWED);
    assertThat(client().run("project", "show", "who").exitCode()).isEqualTo(ExitCode.NOT_ALLOWED);
    server.close();
    Result unreachable = client().run("project", "list");
    assertThat(unreachable.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(unreachable.err()).contains("No server answers at " + server.url());
  }

  @Test
  void aStrangersPageIsNotMistakenForAnAnswer() {
    server.on("GET /api/v1/workers?limit=200", 200, "<html>Welcome</html>");

    Result result = client().run("workers", "list");

    assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("is not a Vespene server").doesNotContain("Exception");
  }

  @Test
  void controlCharactersOfTheServerNeverReachTheTerminal() {
    String hostile = Resources.PROJECT.replace("hello", "a\\u001b]0;x\\u0007\\u009b1m\\u202eb\\n");
    server
        .on("GET /api/v1/projects?limit=200", 200, Resources.page(hostile))
        .on("GET /api/v1/projects/x", 200, hostile)
        .on("GET /api/v1/projects/y", 404, problem(404, "no \\u001b[2J"));

    assertThat(client().onTerminal(80).run("project", "list").out()).doesNotMatch(HARMFUL);
    assertThat(client().onTerminal(80).run("project", "show", "x").out()).doesNotMatch(HARMFUL);
    assertThat(client().onTerminal(80).run("project", "show", "x", "--json").out())
        .doesNotMatch(HARMFUL)
        .contains("\\u009b", "\\u202e");
    assertThat(client().run("project", "show", "y").err()).doesNotMatch(HARMFUL);
  }

  @Test
  void tablesFitTheTerminal() {
    server.on(
        "GET /api/v1/projects?limit=200",
        200,
        Resources.page(Resources.PROJECT.replace("hello", "x".repeat(150))));

    assertThat(client().onTerminal(70).run("project", "list").out().lines())
        .allMatch(line -> line.length() <= 70)
        .anyMatch(line -> line.contains("xxx…"));
  }

  @Test
  void aPoolTokenIsPrintedAlone() {
    server.on(
        "POST /api/v1/worker-pools/linux/tokens",
        201,
        """
        {"id":1,"worker_pool":"linux","token":"vpt_abc","created_by":"admin",
         "created_at":"2026-01-02T03:04:05Z"}
        """);

    Result result = client().run("pool", "token", "linux");

    assertThat(result.out()).isEqualTo("vpt_abc\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void poolsAndWorkersAreListed() {
    server
        .on("GET /api/v1/worker-pools?limit=200", 200, Resources.page(Resources.POOL))
        .on("GET /api/v1/workers?limit=200", 200, Resources.page(Resources.WORKER));

    assertThat(client().run("pool", "list").out()).containsPattern("general +none +2 +0 +none!");
    assertThat(client().run("workers", "list").out())
        .containsPattern("w1 +ONLINE +general +1 of 2 +9 +10 GiB");
  }

  @Test
  void theDataDirectoryOfALocalUpIsEnough() throws Exception {
    Files.writeString(directory.resolve("url"), server.url() + "\n");
    Files.writeString(directory.resolve("admin-token"), "local\n");
    server.on("GET /api/v1/workers?limit=200", 200, Resources.page());

    Result result = new RunProgram().run("workers", "list", "--data-dir", directory.toString());

    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(server.request().authorization()).isEqualTo("Bearer local");
  }

  @Test
  void theLocalTokenIsNeverSentToAnotherMachine() throws Exception {
    Files.writeString(directory.resolve("admin-token"), "local\n");

    Result result =
        new RunProgram()
            .with("VESPENE_URL", "http://vespene.invalid")
            .run("workers", "list", "--data-dir", directory.toString());

    assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_ALLOWED);
    assertThat(result.err()).contains("There is no API token for http://vespene.invalid");
  }

  private static final String HARMFUL = "(?s).*[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202e].*";

  private static String problem(int status, String detail) {
    return "{\"type\":\"about:blank\",\"title\":\"Refused\",\"status\":%d,\"detail\":\"%s\"}"
        .formatted(status, detail);
  }

  private RunProgram client() {
    return new RunProgram().with("VESPENE_URL", server.url()).with("VESPENE_TOKEN", "secret");
  }
}
