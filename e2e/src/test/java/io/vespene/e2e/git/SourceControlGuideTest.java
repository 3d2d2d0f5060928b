package io.vespene.e2e.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.Checkout;
import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The commands of docs/source-control.md do what they say. */
@EndToEnd
class SourceControlGuideTest {
  private static final String EXAMPLE_REVISION = "8f5c2be1d0a34e57b96c1f2a7d3e4b5c6a7f8e90";

  @Test
  void itsCommandsWork() throws IOException {
    try (var installation = Installation.up()) {
      installation.folder().file("build.sh", "#!/bin/sh\ncat hello\ngit rev-list --count HEAD\n");
      GitRepository repository = GitRepository.create(installation.folder().path(), "app");
      String older = repository.commit("Say hello", Map.of("hello", "hello of old\n"));
      repository.commit("Say more", Map.of("hello", "hello of today\n"));
      Command.of("git", "-c", "safe.directory=*", "branch", "feature/search", "main")
          .in(repository.bare())
          .output();
      try (var server = GitHttpServer.start(installation.folder().path())) {
        List<String> commands = commands();
        assertThat(commands).hasSize(6);
        var output = new StringBuilder();
        for (String command : commands) {
          String real =
              command
                  .replace("https://git.example.com/team/app.git", server.url("app.git").toString())
                  .replace(EXAMPLE_REVISION, older);
          String[] arguments = real.split(" ", -1);
          output.append(
              installation
                  .client(Arrays.copyOfRange(arguments, 1, arguments.length))
                  .in(installation.folder().path())
                  .within(Duration.ofMinutes(2))
                  .output());
        }
        assertThat(output).containsSubsequence("hello of today\n1\n", "hello of old\n1\n");
      }
    }
  }

  private static List<String> commands() throws IOException {
    return Files.readAllLines(Checkout.folder().resolve("docs/source-control.md")).stream()
        .filter(line -> line.startsWith("vespene "))
        .toList();
  }
}
