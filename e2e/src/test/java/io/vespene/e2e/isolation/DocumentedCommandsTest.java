package io.vespene.e2e.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.Checkout;
import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands of docs/isolation.md. */
@EndToEnd
class DocumentedCommandsTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)\n```\n(.*?)\n```\n");

  @Test
  void eachDoesWhatThePageSays() throws IOException {
    List<String> commands = commands();
    assertThat(commands).hasSize(3);
    try (Installation installation = Installation.up()) {
      for (String command : commands) {
        String[] arguments = command.substring("vespene ".length()).split(" +", -1);
        Command.Result result = installation.client(arguments).run();
        if (arguments[0].equals("doctor")) {
          assertThat(result.output()).contains("scripts can run as vespene_build");
        } else {
          assertThat(result.exitCode()).as(result.errors()).isZero();
        }
      }
    }
  }

  private static List<String> commands() throws IOException {
    String page = Files.readString(Checkout.folder().resolve("docs/isolation.md"));
    return BLOCK
        .matcher(page)
        .results()
        .map(block -> block.group(1).replace("\\\n", ""))
        .flatMap(block -> Arrays.stream(block.split("\n", -1)))
        .filter(line -> line.startsWith("vespene "))
        .toList();
  }
}
