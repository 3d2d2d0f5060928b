package io.vespene.e2e.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.rest.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many workers share one queue. */
@EndToEnd
class EveryBuildRunsOnceTest {
  private static final int BUILDS = 500;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Test
  void everyBuildRunsOnceWhoeverTakesIt() throws IOException {
    try (var installation = Installation.up()) {
      Api api = installation.api();
      Path runs = installation.folder().folder("runs");
      api.createPool("shared", Map.of("isolation", "none", "build_latest_only", false));
      // Making a directory is exclusive: a second run of the same build fails there.
      api.createProject(
          "once",
          "shared",
          """
          #!/bin/sh
          mkdir "%s/$VESPENE_BUILD_ID"
          """
              .formatted(runs),
          Map.of("max_running", 0));
      var builds = new ArrayList<Long>();
      for (int i = 0; i < BUILDS; i++) {
        builds.add(api.start("once"));
      }

      for (String name : List.of("w1", "w2", "w3")) {
        installation.startWorker(name, "shared", "--slots", "2");
      }

      for (long build : builds) {
        assertThat(api.awaitEnd(build, LIMIT).status()).isEqualTo("SUCCESS");
      }
      try (var directories = Files.list(runs)) {
        assertThat(directories.map(path -> Long.valueOf(path.getFileName().toString())))
            .containsExactlyInAnyOrderElementsOf(builds);
      }
      assertThat(builds.stream().map(build -> api.build(build).worker()).distinct())
          .containsExactlyInAnyOrder("w1", "w2", "w3");
    }
  }
}
