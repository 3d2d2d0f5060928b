package io.vespene.worker.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputVariablesTest {
  private final OutputVariables variables = new OutputVariables();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "vespene/set a 1|1",
        "vespene/set a \"two words\"|two words",
        "vespene/set a 'it is $HOME'|it is $HOME",
        "vespene/set a two\\ words|two words",
        "vespene/set a \"say \\\"hi\\\"\"|say \"hi\"",
        "vespene/set   a   x  |x",
        "vespene/set a it\"'\"s|it's",
      })
  void aValueIsReadAsAShellReadsIt(String line, String value) {
    see(line);
    assertThat(variables.all()).isEqualTo(Map.of("a", value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vespene/set",
        "vespene/set a",
        "vespene/set 1a x",
        "vespene/set a-b x",
        "vespene/set a two words",
        "vespene/set a \"unfinished",
        " vespene/set a x",
        "echo vespene/set a x",
      })
  void otherLinesAreOutputOnly(String line) {
    see(line);
    assertThat(variables.all()).isEmpty();
  }

  @Test
  void aLaterLineBeatsAnEarlierOne() {
    see("vespene/set a 1");
    see("vespene/set a 2");
    assertThat(variables.all()).containsEntry("a", "2");
  }

  @Test
  void thereIsAnEndToThem() {
    for (int index = 0; index < 2000; index++) {
      see("vespene/set a" + index + " " + "x".repeat(10));
    }
    assertThat(variables.all()).hasSize(1000);
  }

  private void see(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    variables.seen(bytes, 0, bytes.length);
  }
}
