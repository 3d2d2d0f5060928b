package io.vespene.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "850, 850 ms",
    "4_299, 4.2 s",
    "59_999, 59 s",
    "187_000, 3 min 07 s",
    "7_500_000, 2 h 05 min",
    "90_000_000, 1 d 01 h",
    "-5, 0 s",
  })
  void lengthsHaveTwoUnits(String millis, String text) {
    assertThat(TimeText.duration(Duration.ofMillis(Long.parseLong(millis.replace("_", "")))))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "3, just now",
    "12, 12 s ago",
    "119, 1 min ago",
    "7_300, 2 h ago",
    "90_000, 1 day ago",
    "864_000, 10 days ago",
    "5_184_000, 31 Dec 2025",
    "-60, just now",
  })
  void agesAreRounded(String seconds, String text) {
    Instant then = NOW.minusSeconds(Long.parseLong(seconds.replace("_", "")));

    assertThat(TimeText.ago(then, NOW)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "1023, 1023 B", "1536, 1.5 KiB", "182536110080, 170 GiB"})
  void sizesHaveOneUnit(long bytes, String text) {
    assertThat(SizeText.bytes(bytes)).isEqualTo(text);
  }

  @Test
  void countsAgreeWithTheirNoun() {
    assertThat(SizeText.count(1, "build")).isEqualTo("1 build");
    assertThat(SizeText.count(1_204, "line")).isEqualTo("1,204 lines");
  }

  @Test
  void linksLeaveOutWhatIsEmpty() {
    assertThat(new Link("/builds").with("a", "").with("b", "x y&z").with("c", "1").toString())
        .isEqualTo("/builds?b=x+y%26z&c=1");
  }
}
