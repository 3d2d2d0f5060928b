package io.vespene.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TextPatternTest {

  @Test
  void allOfATextMustMatch() {
    TextPattern pattern = new TextPattern("a|ab+");

    assertThat(pattern.matches("abb")).isTrue();
    assertThat(pattern.matches("abbc")).isFalse();
    assertThat(pattern.matches("a\n")).isFalse();
    assertThat(pattern.matches("")).isFalse();
  }

  @Test
  void whatIsNoPatternSaysWhyAndMatchesNothing() {
    TextPattern pattern = new TextPattern("a)|(b");

    assertThat(pattern.problem()).hasValueSatisfying(why -> assertThat(why).contains("position"));
    assertThat(pattern.matches("a")).isFalse();
    assertThat(new TextPattern("[a-z]{2}").problem()).isEmpty();
  }

  @Test
  void aPatternThatIsSlowElsewhereIsFastHere() {
    TextPattern pattern = new TextPattern("(a+)+(a|aa)+b");

    boolean matches =
        Assertions.assertTimeout(
            Duration.ofSeconds(5), () -> pattern.matches("a".repeat(10_000) + "c"));

    assertThat(matches).isFalse();
  }
}
