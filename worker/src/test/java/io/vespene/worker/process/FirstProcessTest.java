package io.vespene.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FirstProcessTest {
  private static final long GREATEST = 4_194_304;

  @Test
  void soonAfterItNoYoungerProcessHasASmallerId() {
    assertThat(new FirstProcess(500, System.nanoTime()).smallestIdSince(GREATEST)).isEqualTo(500);
  }

  @Test
  void idsMayHaveBegunAnewLater() {
    long longAgo = System.nanoTime() - Duration.ofSeconds(3).toNanos();
    assertThat(new FirstProcess(500, longAgo).smallestIdSince(GREATEST)).isZero();
  }

  @Test
  void idsMayBeginAnewSoon() {
    assertThat(new FirstProcess(4_000_000, System.nanoTime()).smallestIdSince(GREATEST)).isZero();
    assertThat(new FirstProcess(500, System.nanoTime()).smallestIdSince(32_768)).isZero();
    assertThat(new FirstProcess(500, System.nanoTime()).smallestIdSince(0)).isZero();
  }
}
