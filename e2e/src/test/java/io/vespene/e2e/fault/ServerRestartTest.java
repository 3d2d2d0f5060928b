package io.vespene.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.installation.ServerInstallation;
import io.vespene.e2e.process.Await;
import io.vespene.e2e.process.BackgroundProcess.Signal;
import io.vespene.e2e.process.Folder;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.BuildView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Servers and their database go away while builds run. */
@EndToEnd
class ServerRestartTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Prints numbers until it may end; keeps a copy of all that it prints. */
  private static final String CHATTY =
      """
      #!/bin/bash
      for ((i = 0; ; i++)); do
        echo "line $i of build $VESPENE_BUILD_ID"
        [ -e "%1$s/end" ] && [ $((i %% 100)) = 0 ] && break
        [ $((i %% 50)) = 0 ] && sleep 0.01
      done | tee "%1$s/$VESPENE_BUILD_ID.printed"
      """;

  @Test
  void runningBuildsOutliveTheServer() throws Exception {
    try (var installation = ServerInstallation.start()) {
      Path shared = installation.folder().folder("shared");
      Api api = installation.api();
      List<Long> builds = startTwo(installation, shared);

      installation.stopServer();
      installation.startServer();
      builds.forEach(build -> awaitGrowth(api, build));
      installation.crashServer();
      builds.forEach(build -> awaitGrowth(api, build));

      assertEndedWhole(api, builds, shared);
    }
  }

  @Test
  void runningBuildsOutliveACrashOfTheDatabase() throws Exception {
    try (var installation = ServerInstallation.start()) {
      Path shared = installation.folder().folder("shared");
      Api api = installation.api();
      List<Long> builds = startTwo(installation, shared);

      for (int crash = 0; crash < 3; crash++) {
        installation.database().crashAndRestart();
        Await.until("the server to be ready", LIMIT, () -> ready(api));
        builds.forEach(build -> awaitGrowth(api, build));
      }

      assertEndedWhole(api, builds, shared);
    }
  }

  @Test
  void aWorkerOfItsOwnOutlivesTheEndOfUp() throws Exception {
    try (var installation = Installation.up()) {
      Folder folder = installation.folder();
      Path shared = folder.folder("shared");
      Api api = installation.api();
      api.createPool("steady", Map.of("isolation", "none", "build_latest_only", false));
      api.createProject("chatty", "steady", CHATTY.formatted(shared), Map.of());
      installation.startWorker("w1", "steady");
      long build = api.start("chatty");
      api.awaitLog(build, "line 1000 ", LIMIT);

      installation.process().signal(Signal.TERM);
      assertThat(installation.process().awaitExit(LIMIT)).isZero();
      installation.startAgain();
      awaitGrowth(api, build);

      assertEndedWhole(api, List.of(build), shared);
    }
  }

  private static List<Long> startTwo(ServerInstallation installation, Path shared) {
    Api api = installation.api();
    api.createPool("steady", Map.of("isolation", "none", "build_latest_only", false));
    api.createProject("chatty", "steady", CHATTY.formatted(shared), Map.of("max_running", 0));
    installation.startWorker("w1", "steady");
    installation.startWorker("w2", "steady");
    List<Long> builds = List.of(api.start("chatty"), api.start("chatty"));
    builds.forEach(build -> api.awaitLog(build, "line 1000 ", LIMIT));
    return builds;
  }

  /** Lets the builds end, and compares every byte. */
  private static void assertEndedWhole(Api api, List<Long> builds, Path shared) throws Exception {
    Files.writeString(shared.resolve("end"), "");
    for (long build : builds) {
      BuildView ended = api.awaitEnd(build, LIMIT);
      assertThat(ended.status()).as(ended.reason()).isEqualTo("SUCCESS");
      String printed = Files.readString(shared.resolve(build + ".printed"));
      assertThat(api.log(build).endsWith(printed)).as("all that was printed is stored").isTrue();
    }
  }

  private static boolean ready(Api api) {
    return api.rest().get("/health/ready").status() == 200;
  }

  private static void awaitGrowth(Api api, long build) {
    long before = lines(api, build);
    Await.until("the log of " + build + " to grow", LIMIT, () -> lines(api, build) > before);
  }

  private static long lines(Api api, long build) {
    return api.build(build).json().get("log_lines").asLong();
  }
}
