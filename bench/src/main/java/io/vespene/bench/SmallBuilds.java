package io.vespene.bench;

import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.installation.WorkerProcess;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.BuildView;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How many builds that do nothing one worker ends in a second, from a full queue. */
final class SmallBuilds implements Measurement {
  private static final int BUILDS = 1200;
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String SCRIPT = "#!/bin/sh\ntrue\n";

  @Override
  public List<Figure> measure() {
    try (var installation = Installation.up()) {
      return measure(installation);
    }
  }

  private static List<Figure> measure(Installation installation) {
    Api api = installation.api();
    api.createPool("bench", Map.of("isolation", "none", "build_latest_only", false));
    api.createProject("small", "bench", SCRIPT, Map.of("scm_type", "none", "max_running", 0));
    double floor = floor(installation);
    return List.of(
        new Figure(
            "small-builds-1-slot", rate(installation, 1), "builds/s", floor, new Goal.AtLeast(50)),
        new Figure(
            "small-builds-4-slots",
            rate(installation, 4),
            "builds/s",
            floor,
            new Goal.AtLeast(120)));
  }

  private static double rate(Installation installation, int slots) {
    Api api = installation.api();
    long last = 0;
    for (int i = 0; i < BUILDS; i++) {
      last = api.start("small");
    }
    try (WorkerProcess _ =
        installation.startWorker("slots-" + slots, "bench", "--slots", Integer.toString(slots))) {
      api.awaitEnd(last, LIMIT);
    }
    // A new process is slow for a moment; it is measured once it is warm.
    List<BuildView> ended =
        api.builds("small", BUILDS / 2).stream()
            .filter(build -> build.status().equals("SUCCESS"))
            .sorted(Comparator.comparing(BuildView::startedAt))
            .toList();
    return perSecond(
        ended.size() - 1,
        Duration.between(ended.getFirst().startedAt(), ended.getLast().startedAt()));
  }

  private static double floor(Installation installation) {
    String script = installation.folder().file("small.sh", SCRIPT).toString();
    Command.of("chmod", "755", script).output();
    String loop = "i=0; while [ $i -lt %d ]; do \"$0\"; i=$((i + 1)); done".formatted(BUILDS);
    long begin = System.nanoTime();
    Command.of("/bin/sh", "-c", loop, script).output();
    return perSecond(BUILDS, Duration.ofNanos(System.nanoTime() - begin));
  }

  private static double perSecond(int count, Duration duration) {
    return count * 1e9 / duration.toNanos();
  }
}
