package io.vespene.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.process.Await;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.BuildView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Servers and their database go away while builds run. */
@EndToEnd
class ServerRestartTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Test
  void aRunningBuildOutlivesServerAndDatabase() throws Exception {
    try (var installation = Installation.up()) {
      Api api = installation.api();
      Path shared = installation.folder().folder("shared");
      api.createPool("steady", Map.of("isolation", "none"));
      api.createProject("chatty", "steady", chatty(shared), Map.of());
      installation.startWorker("w1", "steady");
      long build = api.start("chatty");
      api.awaitLog(build, "line 1000 ", LIMIT);

      installation.stop();
      installation.startAgain();
      Await.until("the log to grow again", LIMIT, () -> grows(api, build));
      installation.process().kill();
      installation.startAgain();
      installation.folder().file("shared/end", "");

      BuildView ended = api.awaitEnd(build, LIMIT);
      assertThat(ended.status()).as(ended.reason()).isEqualTo("SUCCESS");
      assertThat(api.log(build)).contains(Files.readString(shared.resolve(build + ".printed")));
    }
  }

  /** Prints numbers until it may end; keeps a copy of all that it prints. */
  private static String chatty(Path folder) {
    return """
    #!/bin/bash
    for ((i = 0; ; i++)); do
      echo "line $i of build $VESPENE_BUILD_ID"
      [ -e "%1$s/end" ] && [ $((i %% 100)) = 0 ] && break
      [ $((i %% 50)) = 0 ] && sleep 0.01
    done | tee "%1$s/$VESPENE_BUILD_ID.printed"
    """
        .formatted(folder);
  }

  private static boolean grows(Api api, long build) {
    long before = api.build(build).json().get("log_lines").asLong();
    return api.build(build).json().get("log_lines").asLong() > before;
  }
}
