package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.plugin.OptionValue;
import io.vespene.plugin.TriggerFactory;
import io.vespene.plugins.trigger.SlackTriggerFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SlackTriggerTest extends TriggerContract {
  private WebListener slack;

  @BeforeEach
  void listen() throws Exception {
    slack = new WebListener();
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @Override
  TriggerFactory factory() {
    return new SlackTriggerFactory();
  }

  @Override
  Map<String, OptionValue> goodOptions() throws Exception {
    return Map.of("url-file", text(secretFile(slack.url("/200"))));
  }

  @Override
  Map<String, OptionValue> deadOptions() throws Exception {
    return Map.of("url-file", text(secretFile(slack.url("/404"))));
  }

  @Override
  String neededOption() {
    return "url-file";
  }

  @Test
  void theMessageSaysWhatHappened() throws Exception {
    fire(goodOptions(), "exit code 3");
    assertThat(message().path("text").asString())
        .isEqualTo(
            "site #7: FAILURE (exit code 3), started by alice https://ci.example.org/builds/7");
  }

  @Test
  void ownWordsMayHoldLinksAndThoseOfBuildsMayNot() throws Exception {
    var options = new HashMap<>(goodOptions());
    options.put("text", text("<{{ build.url }}|{{ project.name }}>: {{ build.reason }}"));
    options.put("channel", text("#builds"));
    fire(options, "<!channel> & <https://evil.example|click>");
    assertThat(message().path("channel").asString()).isEqualTo("#builds");
    assertThat(message().path("text").asString())
        .isEqualTo(
            "<https://ci.example.org/builds/7|site>: &lt;!channel&gt; &amp;"
                + " &lt;https://evil.example|click&gt;");
  }

  private JsonNode message() {
    return new JsonMapper().readTree(slack.heard().getLast().body());
  }

  private void fire(Map<String, OptionValue> options, String reason) throws Exception {
    trigger(options).fire(Events.failed(directory, reason, LIMIT), commands());
  }

  private Path secretFile(String secret) throws Exception {
    Path file = Files.writeString(directory.resolve("url"), secret + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }
}
