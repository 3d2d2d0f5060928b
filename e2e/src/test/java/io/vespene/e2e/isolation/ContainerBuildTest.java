package io.vespene.e2e.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.container.Docker;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.process.BuildProcesses;
import io.vespene.e2e.rest.Api;
import io.vespene.e2e.rest.BuildView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Basic Container Isolation: the script runs in a clean image, with the local docker tools and
 * nothing else.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerBuildTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Ten seconds of grace, and one to notice, to kill and to look. */
  private static final Duration END = Duration.ofSeconds(11);

  private final Docker docker = Docker.start();
  private final Installation installation =
      Installation.up(command -> command.with("DOCKER_HOST", docker.host()));
  private final Api api = installation.api();

  @BeforeAll
  void startWorker() {
    api.createPool(
        "containers",
        Map.of(
            "isolation",
            "basic_container",
            "allowed_images",
            List.of("vespene.test/*"),
            "container_limits",
            Map.of("memory_mib", 64, "pids", 50, "network", false)));
    installation.startWorker("containers", "containers", "--slots", "2");
  }

  @AfterAll
  void close() {
    installation.close();
    docker.close();
  }

  @Test
  void outputIsLiveAndResultsAreTheWorkersAfterwards() throws IOException {
    long build =
        start(
            "results",
            """
            #!/bin/sh
            echo "in $(pwd) as $(id -u)"
            echo result > result
            chown 4242:4242 result
            ln -s /etc/shadow link
            while [ ! -e $VESPENE_BUILD_ROOT/$VESPENE_BUILD_ID/never ]; do
              echo waiting
              sleep 1
            done
            """);
    api.awaitLog(build, "in /builds/" + build + " as 0\nwaiting\n", LIMIT);
    assertThat(api.build(build).status()).isEqualTo("RUNNING");

    api.stop(build);
    BuildView ended = api.awaitEnd(build, LIMIT);
    assertThat(ended.status()).isEqualTo("ABORTED");
    Path directory = buildRoot().resolve(Long.toString(build));
    for (String name : List.of("", "result", "link")) {
      assertThat(Files.getOwner(directory.resolve(name), LinkOption.NOFOLLOW_LINKS))
          .isEqualTo(Files.getOwner(buildRoot()));
    }
    assertThat(directory.resolve("result")).hasContent("result");
    assertThat(docker.containers()).isEmpty();
  }

  @Test
  void nothingIsLeftOfAStoppedBuild() {
    long build =
        start(
            "stubborn",
            """
            #!/bin/sh
            trap '' TERM
            setsid sleep 3600 &
            (setsid sh -c 'trap "" TERM; while true; do sleep 3600; done' > /dev/null 2>&1 &)
            echo started
            while true; do sleep 3600; done
            """);
    api.awaitLog(build, "started", LIMIT);
    Instant asked = Instant.now();
    api.stop(build);
    api.awaitEnd(build, LIMIT);
    assertThat(Duration.between(asked, Instant.now())).isLessThan(END);
    assertThat(BuildProcesses.below(installation.folder().path())).isEmpty();
    assertThat(docker.containers()).isEmpty();
  }

  @Test
  void anImageThatThePoolDoesNotAllowIsRefusedWhenTheProjectIsSaved() {
    Map<String, Object> project =
        Map.of(
            "name", "foreign",
            "worker_pool", "containers",
            "script", "#!/bin/sh\necho ran\n",
            "container_base_image", "evil.test/busybox:1");
    assertThat(api.rest().post("/api/v1/projects", project).require(422).body())
        .contains("container_base_image", "vespene.test/*");
  }

  private long start(String project, String script) {
    api.createProject(project, "containers", script, Map.of("container_base_image", Docker.IMAGE));
    return api.start(project);
  }

  private Path buildRoot() {
    return installation.folder().resolve("worker-containers").resolve("builds");
  }
}
