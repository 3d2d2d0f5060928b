package io.vespene.bench;

import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.installation.WorkerProcess;
import io.vespene.e2e.rest.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** From the start of a worker's process to the acknowledgement of a build that waits for it. */
final class WorkerStart implements Measurement {
  private static final int STARTS = 11;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Override
  public List<Figure> measure() {
    JavaFloor floor = JavaFloor.measure();
    try (var installation = Installation.up()) {
      Api api = installation.api();
      api.createPool("bench", Map.of("isolation", "none"));
      api.createProject("wait", "bench", "#!/bin/sh\n", Map.of("scm_type", "none"));
      try (WorkerProcess worker = installation.startWorker("bench", "bench")) {
        api.awaitEnd(api.start("wait"), LIMIT);
        double idle = JavaFloor.mebibytes(worker.process().pid());
        double start = Repeated.medianMillis(STARTS, () -> firstClaim(api, worker));
        return List.of(
            new Figure(
                "worker-start-to-claim", start, "ms", floor.startMillis(), new Goal.AtMost(350)),
            new Figure(
                "worker-resident-memory",
                idle,
                "MiB",
                floor.residentMebibytes(),
                new Goal.AtMost(64)));
      }
    }
  }

  private static Duration firstClaim(Api api, WorkerProcess worker) {
    worker.close();
    long build = api.start("wait");
    Instant begin = Instant.now();
    worker.startAgain();
    return Duration.between(begin, api.awaitEnd(build, LIMIT).startedAt());
  }
}
