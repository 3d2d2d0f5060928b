package io.vespene.worker.plugin;

import io.vespene.plugin.BuildFacts;
import io.vespene.plugin.BuildState;
import io.vespene.plugin.Hook;
import io.vespene.plugin.ProjectFacts;
import io.vespene.plugin.SourceRevision;
import io.vespene.plugin.TriggerEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What triggers are told in tests. */
final class Events {
  private Events() {}

  /** A build has failed for a reason. */
  static TriggerEvent failed(Path directory, String reason, Duration limit) {
    return new TriggerEvent(
        Hook.FAILURE,
        new BuildFacts(7, "site", "https://ci.example.org/builds/7"),
        new BuildState(
            "FAILURE",
            reason,
            Optional.of(3),
            new SourceRevision("cafe", "Ada <ada@example.org>", "Break it", "main"),
            Instant.parse("2026-01-02T03:04:05Z"),
            Optional.of(Instant.parse("2026-01-02T03:05:05Z")),
            Map.of("size", "12")),
        new ProjectFacts(2, "site", "git", "https://git.example.org/site.git"),
        "alice",
        directory,
        limit);
  }
}
