package io.vespene.worker.fake;

import io.vespene.worker.WorkerIdentity;
import io.vespene.worker.WorkerLimits;
import io.vespene.worker.WorkerPlaces;
import io.vespene.worker.WorkerRights;
import io.vespene.worker.WorkerSettings;
import io.vespene.worker.WorkerTuning;
import io.vespene.worker.fileserving.FileServing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings for the workers of tests. */
public final class TestWorker {
  public static final WorkerTuning TUNING =
      new WorkerTuning(
          Duration.ofSeconds(1),
          Duration.ofMillis(500),
          Duration.ofMillis(300),
          Duration.ofMillis(200),
          Duration.ofSeconds(20),
          64L << 20,
          64L << 20);

  private TestWorker() {}

  public static WorkerSettings settings(Path directory, URI... servers) {
    return new WorkerSettings(
        List.of(servers),
        identity(List.of(FakeServer.POOL_TOKEN)),
        WorkerLimits.DEFAULT,
        new WorkerPlaces(
            directory.resolve("state"), directory.resolve("builds"), List.of(), System.getenv()),
        new WorkerRights(true, true),
        TUNING);
  }

  public static WorkerIdentity identity(List<String> tokens) {
    return new WorkerIdentity(
        Optional.of("w1"),
        List.of("general"),
        tokens,
        Optional.of("testhost"),
        FileServing.OFF,
        "0.1.0");
  }

  public static WorkerSettings withLimits(WorkerSettings settings, WorkerLimits limits) {
    return new WorkerSettings(
        settings.servers(),
        settings.identity(),
        limits,
        settings.places(),
        settings.rights(),
        settings.tuning());
  }
}
