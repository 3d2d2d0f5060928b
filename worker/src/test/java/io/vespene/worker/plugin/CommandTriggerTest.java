package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.plugin.CommandTimedOut;
import io.vespene.plugin.OptionValue;
import io.vespene.plugin.TriggerFactory;
import io.vespene.plugins.trigger.CommandTriggerFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandTriggerTest extends TriggerContract {
  @Override
  TriggerFactory factory() {
    return new CommandTriggerFactory();
  }

  @Override
  Map<String, OptionValue> goodOptions() {
    return line("true");
  }

  @Override
  Map<String, OptionValue> deadOptions() {
    return line("exit 9");
  }

  @Override
  String neededOption() {
    return "command";
  }

  @Test
  void itFindsTheEventOnItsStandardInput() throws Exception {
    fire(line("cat > event.json"), "exit code 3");
    JsonNode event = new JsonMapper().readTree(Files.readString(directory.resolve("event.json")));
    assertThat(event.path("hook").asString()).isEqualTo("failure");
    assertThat(event.path("build").path("exit_code").asInt()).isEqualTo(3);
    assertThat(event.path("build").path("duration_seconds").asInt()).isEqualTo(60);
    assertThat(event.path("build").path("output_variables").path("size").asString())
        .isEqualTo("12");
    assertThat(event.path("project").path("repo_url").asString()).contains("site.git");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "printf %s {{ build.reason }} > said",
        "printf %s \"\"{{ build.reason }}\"\" > said",
        "printf %s {{ build.reason|replace('#', '#') }} > said",
        "{% set text %}{{ build.reason }}{% endset %}printf %s {{ text }} > said",
        "printf %s {% filter string %}{{ build.reason }}{% endfilter %} > said"
      })
  void whatABuildSaysNeverBecomesCode(String command) throws Exception {
    String hostile = "'; touch broken; # \" $(touch broken) `touch broken` \\ \n touch broken";
    fire(line(command), hostile);
    assertThat(directory.resolve("said")).hasContent(hostile);
    assertThat(directory.resolve("broken")).doesNotExist();
  }

  @Test
  void insideQuotesItIsNoCodeEither() throws Exception {
    fire(line("printf '%s' \"it says {{ build.reason }} to you\" > said"), "$(touch broken)");
    assertThat(directory.resolve("broken")).doesNotExist();
  }

  @Test
  void aListOfWordsNeedsNoShell() throws Exception {
    var words =
        new OptionValue.Texts(
            List.of("/usr/bin/touch", "{{ project.name }} $HOME; {{ build.id }}"));
    fire(Map.of("command", words), "");
    assertThat(directory.resolve("site $HOME; 7")).exists();
  }

  @Test
  void itHasItsTimeAndNoMore() throws Exception {
    assertThatThrownBy(() ->
            trigger(line("sleep 60"))
                .fire(Events.failed(directory, "", Duration.ofMillis(300)), commands()))
        .isInstanceOf(CommandTimedOut.class);
  }

  @Test
  void templatesThatCanNeverWorkAreRefusedAtTheStart() {
    assertThatThrownBy(() -> trigger(line("echo {{ secret }}"))).hasMessageContaining("no secret");
    assertThatThrownBy(() -> trigger(line("echo {{ build.id")))
        .hasMessageContaining("is no template");
  }

  private void fire(Map<String, OptionValue> options, String reason) throws Exception {
    trigger(options).fire(Events.failed(directory, reason, LIMIT), commands());
  }

  private static Map<String, OptionValue> line(String command) {
    return Map.of("command", text(command));
  }
}
