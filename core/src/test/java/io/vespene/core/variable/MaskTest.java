package io.vespene.core.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskTest {
  @Test
  void secretsAreHiddenInEveryForm() {
    Mask mask = Mask.of(List.of(Map.of("deep", List.of("p/w \"ü\" 1"))));

    assertThat(mask.hide("a p/w \"ü\" 1 b")).isEqualTo("a •••••• b");
    assertThat(mask.hide("{\"x\":\"p/w \\\"ü\\\" 1\"}")).isEqualTo("{\"x\":\"••••••\"}");
    assertThat(mask.hide("?q=p%2Fw+%22%C3%BC%22+1")).isEqualTo("?q=••••••");
    assertThat(mask.hide("?q=p%2Fw%20%22%C3%BC%22%201")).isEqualTo("?q=••••••");
    assertThat(mask.hide("b64 cC93ICLDvCIgMQ==")).isEqualTo("b64 ••••••");
  }

  @Test
  void aSecretThatIsPartOfAnotherLeavesNothingOfIt() {
    Mask mask = Mask.of(List.of("abcd", "abcdefgh"));

    assertThat(mask.hide("x abcdefgh y abcd")).isEqualTo("x •••••• y ••••••");
  }

  @Test
  void eachLineOfALongSecretIsOne() {
    Mask mask = Mask.of(List.of("-----BEGIN\nMIIabc\n-----END\n"));

    assertThat(mask.texts()).contains("MIIabc");
    assertThat(mask.hide("> MIIabc")).isEqualTo("> ••••••");
  }

  @Test
  void withoutSecretsNothingIsHidden() {
    assertThat(Mask.of(List.of()).hidesNothing()).isTrue();
    assertThat(Mask.NONE.hide((Object) Map.of("a", List.of(1, true))))
        .isEqualTo(Map.of("a", List.of(1, true)));
  }
}
