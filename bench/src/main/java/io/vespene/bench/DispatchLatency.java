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
  private static final int WARM_UP = 100;
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
    List<Double> floor = latencies(() -> Command.of("/bin/bash", file).output());
    List<Double> ours =
        latencies(() -> {
          long build = api.start("dispatch");
          api.awaitEnd(build, LIMIT);
          return api.log(build);
        });
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

  /** Returns the milliseconds from before each start to the time that it printed, sorted. */
  private static List<Double> latencies(Supplier<String> start) {
    var latencies = new ArrayList<Double>();
    for (int i = 0; i < WARM_UP + BUILDS; i++) {
      Instant before = Instant.now();
      String printed = start.get();
      if (i >= WARM_UP) {
        latencies.add(before.until(time(printed), ChronoUnit.NANOS) / 1e6);
      }
    }
    Collections.sort(latencies);
    return latencies;
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
