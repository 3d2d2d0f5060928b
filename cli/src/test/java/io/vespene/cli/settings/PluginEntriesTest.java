package io.vespene.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginEntriesTest {
  @TempDir private Path directory;

  @Test
  void pluginsAreReadInTheirOrderWithOptionsOfEveryKind() throws Exception {
    Path file =
        file(
            """
            log.level: warn
            triggers:
              pre:
                zeta:
                  plugin: slack
                  time-limit: 5s
                  options: {text: "{{ build.id }}", to: [a, b], headers: {X-Y: z, A: 1}}
                alpha: {plugin: command}
            triggers.failure: {alarm: {plugin: email}}
            output:
              short:
                plugin: cut
            """);

    EffectiveSettings settings = read(file);

    assertThat(settings.shown(LogSettings.LEVEL)).isEqualTo("warn");
    assertThat(settings.plugins())
        .extracting(PluginEntry::key, PluginEntry::plugin)
        .containsExactly(
            tuple("triggers.pre.zeta", "slack"),
            tuple("triggers.pre.alpha", "command"),
            tuple("triggers.failure.alarm", "email"),
            tuple("output.short", "cut"));
    PluginEntry zeta = settings.plugins(PluginPlace.PRE_TRIGGERS).getFirst();
    assertThat(zeta.timeLimit()).contains(Duration.ofSeconds(5));
    assertThat(zeta.origin().text()).isEqualTo(file + ", line 5");
    assertThat(zeta.options().require("text")).isEqualTo("{{ build.id }}");
    assertThat(zeta.options().list("to")).containsExactly("a", "b");
    assertThat(List.copyOf(zeta.options().table("headers").entrySet()))
        .isEqualTo(List.of(Map.entry("X-Y", "z"), Map.entry("A", "1")));
    assertThat(settings.plugins(PluginPlace.SUCCESS_TRIGGERS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "triggers: 1 | triggers: must hold names with their values (%s, line 1)",
        "triggers: {after: {a: {plugin: x}}} "
            + "| triggers.after: is not a setting; there are pre, success and failure (%s, line 1)",
        "triggers: {pre: {a: {}}} "
            + "| triggers.pre.a: must say which plugin, as in 'plugin: slack' (%s, line 1)",
        "triggers: {pre: {a: {plugin: x, option: {}}}} "
            + "| triggers.pre.a.option: is not a setting; there are plugin, options, time-limit"
            + " (%s, line 1)",
        "output: {a: {plugin: x, time-limit: 1s}} "
            + "| output.a.time-limit: is not a setting; there are plugin, options (%s, line 1)",
        "triggers: {pre: {a: {plugin: x, time-limit: 2}}} "
            + "| triggers.pre.a.time-limit: must be a time such as 500ms, 30s, 5m or 12h, from 1s"
            + " to 1h (%s, line 1)",
        "triggers: {pre: {A: {plugin: x}}} "
            + "| triggers.pre.A: the name must be small letters, digits, _ and -, beginning with a"
            + " letter (%s, line 1)",
        "scm: {a: {plugin: x, options: {b: [[c]]}}} "
            + "| scm.a.options.b: must be one text (%s, line 1)",
        "scm: {a: {plugin: x, options: {b: {c: {d: e}}}}} "
            + "| scm.a.options.b.c: must be one text (%s, line 1)",
        "scm: {a: {plugin: x, options: {b: 1, b: 2}}} "
            + "| scm.a.options.b: is set twice (%s, line 1)",
        "scm: {a: {plugin: x}, a: {plugin: y}} | scm.a: is set twice (%s, line 1)",
        "scm.a: {plugin: x} | scm.a.plugin: is not a setting (%s, line 1)",
      })
  void whatIsWrongIsNamedWithItsPlace(String content, String problem) throws Exception {
    Path file = file(content);

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> read(file))
        .satisfies(failure ->
            assertThat(failure.problems()).first().asString().startsWith(problem.formatted(file)));
  }

  @Test
  void aPlaceIsSetOnce() throws Exception {
    Path file = file("triggers: {pre: {a: {plugin: x}}}\ntriggers.pre: {a: {plugin: y}}\n");

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> read(file))
        .withMessage("triggers.pre.a: is set twice (" + file + ", line 2)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VESPENE_TRIGGERS",
        "VESPENE_TRIGGERS_PRE",
        "VESPENE_OUTPUT",
        "VESPENE_SCM",
        "VESPENE_ISOLATION"
      })
  void variablesCanNotHoldPlugins(String variable) {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(
            () -> ReadSettings.readWithout(Optional.empty(), Map.of(variable, "{}"), Map.of()))
        .withMessage(variable + ": plugins can only be set in the settings file");
  }

  @Test
  void theUsualDirectoryOfPluginsNeedNotBeThereAndAChosenOneMust() throws Exception {
    Path absent = directory.resolve("absent");

    assertThat(PluginsDirectory.find(read(file("log.level: warn"))))
        .isEqualTo(Optional.of(Path.of("/etc/vespene/plugins")).filter(Files::isDirectory));
    assertThat(PluginsDirectory.find(read(file("plugins-directory: " + absent)))).contains(absent);
  }

  private static EffectiveSettings read(Path file) {
    return ReadSettings.readWithout(Optional.of(file), Map.of(), Map.of());
  }

  private Path file(String content) throws Exception {
    return Files.writeString(directory.resolve("settings.yaml"), content);
  }
}
