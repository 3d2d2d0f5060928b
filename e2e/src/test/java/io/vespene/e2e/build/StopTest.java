package io.vespene.e2e.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.process.Await;
import io.vespene.e2e.process.BuildProcesses;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.BuildView;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A script that prints nothing and does not want to end is ended, with all that it started. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StopTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Ten seconds of grace, and one to notice and to look. */
  private static final Duration END = Duration.ofSeconds(11);

  private static final String STUBBORN =
      """
      #!/bin/bash
      trap '' TERM
      setsid sleep 3600 &
      (setsid nohup sh -c 'trap "" TERM; while true; do sleep 3600; done' > /dev/null 2>&1 &)
      while true; do sleep 3600; done
      """;

  private final Installation installation = Installation.up();
  private final Api api = installation.api();

  @BeforeAll
  void startWorkers() {
    api.createPool("plain", Map.of("isolation", "none"));
    api.createPool("sudo", Map.of("isolation", "sudo", "sudo_user", "vespene_build"));
    for (String pool : new String[] {"plain", "sudo"}) {
      installation.startWorker(pool, pool, "--slots", "2");
      api.createProject("stop-" + pool, pool, STUBBORN, Map.of("timeout", 60));
      api.createProject("timeout-" + pool, pool, STUBBORN, Map.of("timeout", 1));
    }
  }

  @AfterAll
  void close() {
    installation.close();
  }

  @Test
  void nothingIsLeftOfAStoppedBuild() {
    assertNothingIsLeftAfterStop("stop-plain");
  }

  @Test
  void nothingIsLeftOfAStoppedBuildOfAnotherUser() {
    assertNothingIsLeftAfterStop("stop-sudo");
  }

  @Test
  void aBuildThatTakesTooLongFailsAndNothingIsLeft() {
    long plain = api.start("timeout-plain");
    long sudo = api.start("timeout-sudo");

    Duration limit = Duration.ofMinutes(1).plus(END).plus(LIMIT);
    for (long build : new long[] {plain, sudo}) {
      BuildView ended = api.awaitEnd(build, limit);
      assertThat(ended.status()).isEqualTo("FAILURE");
      assertThat(ended.reason()).startsWith("timed out after 1 min");
    }
    assertThat(BuildProcesses.below(installation.folder().path())).isEmpty();
  }

  private void assertNothingIsLeftAfterStop(String project) {
    long build = api.start(project);
    api.awaitStatus(build, "RUNNING", LIMIT);
    Await.until(
        "the script's processes",
        LIMIT,
        () -> BuildProcesses.below(installation.folder().path()).size() >= 4);

    long asked = System.nanoTime();
    api.stop(build);
    BuildView ended = api.awaitEnd(build, LIMIT);

    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(END);
    assertThat(ended.status()).isEqualTo("ABORTED");
    assertThat(ended.reason()).isEqualTo("stopped by admin");
    assertThat(BuildProcesses.below(installation.folder().path())).isEmpty();
  }
}
