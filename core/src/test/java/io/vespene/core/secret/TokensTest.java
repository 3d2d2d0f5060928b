package io.vespene.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TokensTest {
  @Test
  void tokensAreLongAndDiffer() {
    String token = Tokens.fresh("vst_");

    assertThat(token).matches("vst_[A-Za-z0-9_-]{43}");
    assertThat(Tokens.fresh("vst_")).isNotEqualTo(token);
  }

  @Test
  void theHashIsSha256() {
    assertThat(HexFormat.of().formatHex(Tokens.hash("abc")))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
