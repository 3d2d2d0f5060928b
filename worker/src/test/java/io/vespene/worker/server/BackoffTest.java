package io.vespene.worker.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void everyOtherServerIsTriedAtOnce() {
    var backoff = new Backoff(3);
    assertThat(backoff.next()).isZero();
    assertThat(backoff.next()).isZero();
    assertThat(backoff.next()).isPositive();
  }

  @Test
  void waitsGrowButNeverBeyondTenSeconds() {
    var backoff = new Backoff(1);
    Duration first = backoff.next();
    assertThat(first).isLessThanOrEqualTo(Duration.ofMillis(200));
    for (int failure = 0; failure < 100; failure++) {
      assertThat(backoff.next()).isLessThanOrEqualTo(Backoff.LONGEST);
    }
    assertThat(backoff.next()).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aSuccessBeginsAnew() {
    var backoff = new Backoff(2);
    backoff.next();
    backoff.next();
    backoff.reset();
    assertThat(backoff.next()).isZero();
  }
}
