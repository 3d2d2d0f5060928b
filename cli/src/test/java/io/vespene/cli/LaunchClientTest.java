package io.vespene.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.cli.RunProgram.Result;
import io.vespene.cli.terminal.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LaunchClientTest {
  private final RestServer server;

  LaunchClientTest() throws Exception {
    server = new RestServer();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void answersComeFromOptionsAndFromAFile() {
    server.on("POST /api/v1/projects/hello/builds", 201, Resources.build("QUEUED", ""));

    Result result =
        client()
            .typing("{\"token\": \"hush\", \"size\": 1}")
            .run(
                "build",
                "start",
                "hello",
                "--answer-file",
                "-",
                "--answer",
                "size=2",
                "--answer",
                "part=a",
                "--answer",
                "part=b=c");

    assertThat(result.err()).isEmpty();
    assertThat(server.request().body())
        .isEqualTo("{\"answers\":{\"token\":\"hush\",\"size\":\"2\",\"part\":[\"a\",\"b=c\"]}}");
  }

  @Test
  void anAnswerWithoutAVariableIsRefusedAndNotRepeated() {
    Result result = client().run("build", "start", "hello", "--answer", "hush");

    assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).contains("VARIABLE=ANSWER").doesNotContain("hush");
  }

  @Test
  void aBuildIsRestarted() {
    server.on("POST /api/v1/builds/7/restart", 201, Resources.build("QUEUED", ""));

    assertThat(client().run("build", "restart", "7").exitCode()).isEqualTo(ExitCode.OK);
  }

  private RunProgram client() {
    return new RunProgram().with("VESPENE_URL", server.url()).with("VESPENE_TOKEN", "secret");
  }
}
