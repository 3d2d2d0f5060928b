package io.vespene.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.cli.RunProgram.Result;
import io.vespene.cli.terminal.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FollowTest {
  private static final String LOG = "GET /api/v1/builds/7/log?limit=1000&from=";
  private final RestServer server;

  FollowTest() throws Exception {
    server = new RestServer();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void aFollowedBuildIsShownAsItPrintsAndItsSuccessIsTheExitCode() {
    server
        .on("POST /api/v1/projects/hello/builds", 201, Resources.build("QUEUED", ""))
        .on("GET /api/v1/builds/7", 200, Resources.build("QUEUED", ",\"waiting\":\"no worker\""))
        .on("GET /api/v1/builds/7", 200, Resources.build("RUNNING", ""))
        .on("GET /api/v1/builds/7", 200, Resources.ended("SUCCESS", 0))
        .on(LOG + "1", 200, "")
        .on(LOG + "1", 200, Resources.line(1, "one", true) + Resources.line(2, "tw", false))
        .on(LOG + "2", 200, Resources.line(2, "tw", false))
        .on(LOG + "2", 200, Resources.line(2, "two", false))
        .on(LOG + "2", 200, Resources.line(2, "two", true) + Resources.line(3, "long", false))
        .on(LOG + "3", 200, Resources.line(3, "long", false) + Resources.line(4, "er", true))
        .on(LOG + "5", 200, "");

    Result result = client().run("build", "start", "hello", "--follow", "--answer", "color=green");

    assertThat(result.out()).isEqualTo("one\ntwo\nlonger\n");
    assertThat(result.err())
        .isEqualTo(
            """
            Build 7 of hello is queued.
            Waiting: no worker
            Build 7 of hello is SUCCESS after 3 s: exit code 0
            """);
    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(server.request().body()).isEqualTo("{\"answers\":{\"color\":\"green\"}}");
  }

  @Test
  void aFollowedBuildThatFailsIsAFailure() {
    server
        .on("POST /api/v1/projects/hello/builds", 201, Resources.build("QUEUED", ""))
        .on("GET /api/v1/builds/7", 200, Resources.ended("FAILURE", 3))
        .on(LOG + "1", 200, "");

    Result result = client().run("build", "start", "hello", "-f");

    assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("is FAILURE after 3 s: exit code 3");
  }

  @Test
  void followingSurvivesARestartOfTheServer() {
    server
        .on("GET /api/v1/builds/7", 503, "")
        .on("GET /api/v1/builds/7", 200, Resources.ended("SUCCESS", 0))
        .on(LOG + "1", 502, "")
        .on(LOG + "1", 200, Resources.line(1, "one", true))
        .on(LOG + "2", 200, "");

    Result result = client().run("build", "logs", "7", "--follow");

    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(result.out()).isEqualTo("one\n");
  }

  @Test
  void aFileGetsTheVeryBytesAndATerminalOnlyTextAndColours() {
    String raw = "\u001b[31mred\u001b[0m\u001b]0;title\u0007 \u001b[2Jplain\r\n";
    server.on("GET /api/v1/builds/7/log", 200, raw);

    assertThat(client().run("build", "logs", "7").out()).isEqualTo(raw);
    assertThat(client().onTerminal(80).run("build", "logs", "7").out())
        .isEqualTo("\u001b[31mred\u001b[0m plain\r\n\u001b[0m");
  }

  @Test
  void aStartWithoutFollowDoesNotWait() {
    server.on("POST /api/v1/projects/hello/builds", 201, Resources.build("QUEUED", ""));

    Result result = client().run("build", "start", "hello");

    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(result.out()).isEqualTo("Build 7 of hello is QUEUED.\n");
  }

  @Test
  void buildsAreListedByStatusAndProject() {
    server.on(
        "GET /api/v1/builds?project=hello&status=FAILURE&limit=5",
        200,
        Resources.page(Resources.ended("FAILURE", 3)));

    Result result =
        client().run("build", "list", "--project", "hello", "--status=failure", "--limit", "5");

    assertThat(result.out()).containsPattern("7 +hello +FAILURE +.* ago +3 s +– +exit code 3");
  }

  private RunProgram client() {
    return new RunProgram().with("VESPENE_URL", server.url()).with("VESPENE_TOKEN", "secret");
  }
}
