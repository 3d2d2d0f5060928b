package io.vespene.e2e.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.installation.WorkerProcess;
import io.vespene.e2e.process.Memory;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.BuildView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A log of a million lines is stored whole, and read anywhere, without much memory. */
@EndToEnd
class LongLogTest {
  private static final int LINES = 1_000_000;
  private static final long MOST_MEMORY = 448L << 20;

  @Test
  void aMillionLinesAreStoredWhole() throws IOException {
    try (var installation = Installation.up()) {
      Api api = installation.api();
      api.createPool("logs", Map.of("isolation", "none"));
      api.createProject(
          "count", "logs", "#!/bin/sh\nseq 1 %d\n".formatted(LINES), Map.of("scm_type", "none"));
      WorkerProcess worker = installation.startWorker("w1", "logs");

      BuildView build = api.awaitEnd(api.start("count"), Duration.ofMinutes(1));

      assertThat(build.status()).isEqualTo("SUCCESS");
      Path log = api.downloadLog(build.id(), installation.folder().resolve("log"));
      try (Stream<String> lines = Files.lines(log)) {
        assertThat(lines.filter(line -> line.matches("\\d+")).mapToInt(Integer::parseInt))
            .hasSize(LINES)
            .isSorted();
      }
      assertThat(Memory.residentBytes(worker.process().pid())).isLessThan(MOST_MEMORY);
      assertThat(Memory.residentBytes(installation.process().pid())).isLessThan(MOST_MEMORY);
    }
  }
}
