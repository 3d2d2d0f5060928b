package io.vespene.worker.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
  private static final String SECRET = "s3cr€t *~\"pass\\word\"/+&=ü";
  private final SecretMask mask = SecretMask.of(List.of(SECRET, "hunter2"));

  @Test
  void aSecretIsHiddenWhereverItStands() {
    assertThat(mask.text("a hunter2 b hunter2")).isEqualTo("a •••••• b ••••••");
    assertThat(mask.text(SECRET + "\n" + SECRET)).isEqualTo("••••••\n••••••");
    assertThat(mask.text("hunter and hunter3, huntehunter2"))
        .isEqualTo("hunter and hunter3, hunte••••••");
  }

  @Test
  void neighboursAndOverlapsAreOneMask() {
    SecretMask overlapping = SecretMask.of(List.of("abcdef", "defghi"));
    assertThat(overlapping.text("xabcdefghix")).isEqualTo("x••••••x");
    assertThat(overlapping.text("abcdefabcdef")).isEqualTo("••••••");
    assertThat(overlapping.text("abcdeabcdef")).isEqualTo("abcde••••••");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "xy", "xyz", "user:", "a longer text before "})
  void base64HidesItWhereverItBegins(String before) {
    for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      String encoded =
          encoder.encodeToString((before + SECRET + "|after").getBytes(StandardCharsets.UTF_8));
      int start = before.length();
      int end = start + SECRET.getBytes(StandardCharsets.UTF_8).length;
      // Digits on the edge of the secret hold bits of its neighbours too.
      assertThat(mask.text(encoded))
          .isEqualTo(
              encoded.substring(0, (start * 8 + 5) / 6)
                  + "••••••"
                  + encoded.substring(end * 8 / 6));
    }
  }

  @Test
  void urlEncodedFormsAreHidden() {
    String form = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    String strict = form.replace("+", "%20");
    for (String encoded : List.of(form, strict, strict.toLowerCase(java.util.Locale.ROOT))) {
      assertThat(mask.text("https://x/?p=" + encoded + "&q")).isEqualTo("https://x/?p=••••••&q");
    }
  }

  @Test
  void insideJsonItIsHidden() {
    assertThat(mask.text("{\"p\":\"s3cr€t *~\\\"pass\\\\word\\\"/+&=ü\"}"))
        .isEqualTo("{\"p\":\"••••••\"}");
  }

  @Test
  void eachLineOfALongSecretIsHidden() {
    SecretMask lines = SecretMask.of(List.of("first line\nsecond line\r\n}\n"));
    assertThat(lines.text("> first line\n> second line\n> }")).isEqualTo("> ••••••\n> ••••••\n> }");
    assertThat(lines.text("\"first line\\nsecond line\\r\\n}\\n\"")).isEqualTo("\"••••••\"");
  }

  @Test
  void whatIsTooShortIsNoSecret() {
    SecretMask none = SecretMask.of(List.of("", "a", "abc", "   \n  "));
    assertThat(none).isSameAs(SecretMask.NONE);
    assertThat(none.stream((_, _, _) -> {})).isEmpty();
  }

  @Test
  void piecesOfAnySizeMakeNoDifference() {
    String text = "x hunter2hunter2 y " + SECRET + " hunthunter hunter2";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String expected = mask.text(text);
    var random = new Random(7);
    for (int round = 0; round < 500; round++) {
      var shown = new ByteArrayOutputStream();
      MaskedStream stream = mask.stream(shown::write).orElseThrow();
      for (int at = 0; at < bytes.length; ) {
        int length = Math.min(1 + random.nextInt(9), bytes.length - at);
        stream.accept(bytes, at, length);
        at += length;
      }
      stream.finish();
      assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
    }
  }

  @Test
  void nothingButABeginningIsHeldBack() {
    var shown = new ByteArrayOutputStream();
    MaskedStream stream = mask.stream(shown::write).orElseThrow();
    byte[] bytes = "Continue? hunt".getBytes(StandardCharsets.UTF_8);
    stream.accept(bytes, 0, bytes.length);
    assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo("Continue? ");
    stream.finish();
    assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo("Continue? hunt");
  }
}
