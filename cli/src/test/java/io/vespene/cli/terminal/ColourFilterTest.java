package io.vespene.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourFilterTest {
  @Test
  void coloursStay() {
    String text = "\u001b[1;38;5;200mred\u001b[0m\ttab\r\n";

    assertThat(new ColourFilter().filter(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[2J", // clears the screen
        "\u001b[6n", // makes the terminal type
        "\u001b]52;c;aGVsbG8=\u0007", // writes the clipboard
        "\u001b]8;;javascript:x\u001b\\", // a link
        "\u001bPq#0\u001b\\", // a picture
        "\u001bc", // a reset
        "\u0007",
        "\u009b",
        "\u001b[>4;2m" // changes the keyboard
      })
  void everythingElseGoes(String harmful) {
    assertThat(new ColourFilter().filter("a" + harmful + "b")).doesNotContain("\u001b", "\u0007");
    assertThat(new ColourFilter().filter("a" + harmful + "b")).startsWith("a").endsWith("b");
  }

  @Test
  void aSequenceMayBeCutAnywhere() {
    String text = "a\u001b[31mb\u001b]0;t\u001b\\c\u001b[0m";
    var whole = new ColourFilter();
    var pieces = new ColourFilter();
    var joined = new StringBuilder();
    text.chars().forEach(unit -> joined.append(pieces.filter(Character.toString(unit))));

    assertThat(joined.toString()).isEqualTo(whole.filter(text)).isEqualTo("a\u001b[31mbc\u001b[0m");
  }

  @Test
  void anUnendedStringEndsWithItsLine() {
    assertThat(new ColourFilter().filter("\u001b]0;never ended\nnext")).isEqualTo("\nnext");
  }
}
