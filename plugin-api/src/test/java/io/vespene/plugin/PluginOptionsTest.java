package io.vespene.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginOptionsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir private Path directory;

  @Test
  void whatIsNotGivenHasItsUsualValue() {
    var options = PluginOptions.of(Map.of());

    assertThat(options.find("a")).isEmpty();
    assertThat(options.flag("b", true)).isTrue();
    assertThat(options.number("c", 7, 1, 9)).isEqualTo(7);
    assertThat(options.duration("d", SECOND, SECOND, SECOND)).isEqualTo(SECOND);
    assertThat(options.choice("e", "red", List.of("red", "green"))).isEqualTo("red");
    assertThat(options.list("f")).isEmpty();
    assertThat(options.table("g")).isEmpty();
    assertThat(options.findPath("h")).isEmpty();
    assertThat(options.findSecret("i")).isEmpty();
    assertThatThrownBy(() -> options.require("j"))
        .isInstanceOf(InvalidOption.class)
        .hasMessage("j: must be given");
  }

  @Test
  void whatIsGivenIsRead() {
    Map<String, OptionValue> given = new LinkedHashMap<>();
    given.put("many", new OptionValue.Texts(List.of("a", "b")));
    given.put("one", new OptionValue.Text("a"));
    given.put("table", new OptionValue.Table(Map.of("x", "y")));
    given.put("number", new OptionValue.Text("-3"));
    given.put("time", new OptionValue.Text("90s"));
    given.put("flag", new OptionValue.Text("false"));
    var options = new PluginOptions(given);

    assertThat(options.list("many")).containsExactly("a", "b");
    assertThat(options.list("one")).containsExactly("a");
    assertThat(options.table("table")).isEqualTo(Map.of("x", "y"));
    assertThat(options.number("number", 0, -3, 3)).isEqualTo(-3);
    assertThat(options.duration("time", SECOND, SECOND, Duration.ofMinutes(2)))
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(options.flag("flag", true)).isFalse();
    assertThatCode(options::requireAllKnown).doesNotThrowAnyException();
    assertThatThrownBy(() -> options.find("many")).hasMessage("many: must be one text");
    assertThatThrownBy(() -> options.list("table")).hasMessage("table: must be a list of texts");
    assertThatThrownBy(() -> options.table("one"))
        .hasMessage("one: must be names with a text each");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.5", "99999999999", "4", "-1", "+1"})
  void aNumberIsWholeAndInItsRange(String text) {
    var options = PluginOptions.of(Map.of("n", text));

    assertThatThrownBy(() -> options.number("n", 1, 0, 3))
        .hasMessage("n: must be a whole number from 0 to 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5 weeks", "500ms", "2h", "-1s"})
  void aTimeHasAUnitAndItsRange(String text) {
    var options = PluginOptions.of(Map.of("t", text));

    assertThatThrownBy(() -> options.duration("t", SECOND, SECOND, Duration.ofHours(1)))
        .hasMessageStartingWith("t: must be a time such as 500ms, 30s or 5m, from 1000ms to ");
  }

  @ParameterizedTest
  @CsvSource({"blue, c: must be one of red; green", "RED, c: must be one of red; green"})
  void aChoiceIsOneOfTheWords(String text, String problem) {
    var options = PluginOptions.of(Map.of("c", text));

    assertThatThrownBy(() -> options.choice("c", "red", List.of("red", "green")))
        .hasMessage(problem.replace(';', ','));
  }

  @ParameterizedTest
  @ValueSource(strings = {"relative/path", "", "a\0b"})
  void aPathIsAbsolute(String text) {
    var options = PluginOptions.of(Map.of("p", text));

    assertThatThrownBy(() -> options.findPath("p")).hasMessage("p: must be an absolute path");
  }

  @Test
  void anOptionNobodyAskedForIsUnknown() {
    var options = PluginOptions.of(Map.of("chanel", "builds"));
    assertThatThrownBy(options::requireAllKnown)
        .hasMessage("chanel: is unknown: this plugin has no options");

    options.find("text");
    options.findSecret("token");
    options.find("channel");
    assertThatThrownBy(options::requireAllKnown)
        .hasMessage("chanel: is unknown; the options are channel, text, token-file");
  }

  @Test
  void aSecretStandsInAFileOfItsOwnersAlone() throws Exception {
    Path file = Files.writeString(directory.resolve("token"), " xoxb-1 \n");
    var options = PluginOptions.of(Map.of("token-file", file.toString()));

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> options.findSecret("token"))
        .hasMessage(
            "token-file: the file holds a secret, but others may use it: chmod 600 " + file);

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(options.requireSecret("token")).isEqualTo("xoxb-1");
  }

  @Test
  void aSecretThatCanNotBeReadIsNamedByItsFile() throws Exception {
    Path absent = directory.resolve("absent");
    assertThatThrownBy(() -> secret(absent))
        .hasMessage("token-file: the file " + absent + " can't be read");

    Path empty = Files.writeString(directory.resolve("empty"), "\n");
    Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> secret(empty))
        .hasMessage("token-file: the file " + empty + " is empty");

    Path folder = Files.createDirectory(directory.resolve("folder"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    assertThatThrownBy(() -> secret(folder)).hasMessageContaining("must be a file");
  }

  @Test
  void valuesAreNeverPartOfTheText() {
    assertThat(PluginOptions.of(Map.of("token", "xoxb-1")).toString())
        .isEqualTo("PluginOptions[token]");
  }

  private static String secret(Path file) {
    return PluginOptions.of(Map.of("token-file", file.toString())).requireSecret("token");
  }
}
