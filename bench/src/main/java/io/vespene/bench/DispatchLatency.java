package io.vespene.bench;

import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.rest.Api;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** From the moment before a build is asked for to the first instruction of its script. */
final class DispatchLatency implements Measurement {
  private static final int WARM_UP = 300;
  private static final int BUILDS = 300;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** The shell itself knows the time: no other program has to be started to tell it. */
  private static final String SCRIPT = "#!/bin/bash\necho $EPOCHREALTIME\n";

  @Override
  public List<Figure> measure() {
    try (var installation = Installation.up()) {
      return measure(installation);
    }
  }

  private static List<Figure> measure(Installation installation) {
    Api api = installation.api();
    api.createPool("bench", Map.of("isolation", "none"));
    api.createProject("dispatch", "bench", SCRIPT, Map.of("scm_type", "none"));
    installation.startWorker("bench", "bench", "--slots", "1");

    String file = installation.folder().file("script", SCRIPT).toString();
    var floor = new ArrayList<Double>();
    var ours = new ArrayList<Double>();
    // In turn, so that both meet the same neighbours on the machine.
    for (int i = 0; i < WARM_UP + BUILDS; i++) {
      double alone = latency(() -> Command.of("/bin/bash", file).output());
      double dispatched =
          latency(() -> {
            long build = api.start("dispatch");
            api.awaitEnd(build, LIMIT);
            return api.log(build);
          });
      if (i >= WARM_UP) {
        floor.add(alone);
        ours.add(dispatched);
      }
    }
    Collections.sort(floor);
    Collections.sort(ours);
    return List.of(
        new Figure(
            "dispatch-p50", percentile(ours, 50), "ms", percentile(floor, 50), new Goal.AtMost(15)),
        new Figure(
            "dispatch-p99",
            percentile(ours, 99),
            "ms",
            percentile(floor, 99),
            new Goal.AtMost(60)));
  }

  /** Returns the milliseconds from before the start to the time that it printed. */
  private static double latency(Supplier<String> start) {
    Instant before = Instant.now();
    return before.until(time(start.get()), ChronoUnit.NANOS) / 1e6;
  }

  private static Instant time(String printed) {
    String seconds =
        printed.lines().filter(line -> line.matches("\\d{10}\\.\\d{6}")).findFirst().orElseThrow();
    return Instant.EPOCH.plus(
        new BigDecimal(seconds).movePointRight(6).longValueExact(), ChronoUnit.MICROS);
  }

  private static double percentile(List<Double> sorted, int percent) {
    return sorted.get((sorted.size() - 1) * percent / 100);
  }
}
