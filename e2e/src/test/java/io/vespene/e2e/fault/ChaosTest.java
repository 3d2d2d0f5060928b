package io.vespene.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.chaos.Chaos;
import io.vespene.e2e.chaos.ChaosOptions;
import io.vespene.e2e.chaos.ChaosReport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./chaos}. */
@EndToEnd
class ChaosTest {
  @Test
  void whateverBreaksEveryBuildRunsOnceEndsOnceAndKeepsItsLog() throws Exception {
    var options = new ChaosOptions(Duration.ofSeconds(60), 3, 60, System.nanoTime());
    ChaosReport report = Chaos.run(options);
    assertThat(report.violations()).as(report.summary()).isEmpty();
  }
}
